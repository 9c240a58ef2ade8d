package io.leasehold.distribution.node;

import io.leasehold.kit.caller.Caller;
import io.leasehold.kit.database.Database;
import io.leasehold.kit.page.Page;
import io.leasehold.kit.page.PageRequest;
import io.leasehold.kit.problem.NotFoundProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** What people and nodes may know about nodes. */
@ApplicationScoped
class NodeService {
    private final Database database;
    private final NodeRegistry registry;

    NodeService(Database database, NodeRegistry registry) {
        this.database = database;
        this.registry = registry;
    }

    Node heartbeat(Caller caller) {
        return database.inWorkspace(caller.workspaceId(), handle -> registry.admit(handle, caller));
    }

    Page<Node> list(UUID workspaceId, NodeFilter filter, PageRequest page) {
        return database.inWorkspace(
                workspaceId,
                handle -> Page.of(
                        NodeStore.list(handle, workspaceId, filter, page),
                        page,
                        node -> node.nodeId().toString()));
    }

    Node get(UUID workspaceId, UUID nodeId) {
        return database.inWorkspace(workspaceId, handle -> NodeStore.find(handle, workspaceId, nodeId))
                .orElseThrow(() -> new NotFoundProblem("node", nodeId));
    }
}

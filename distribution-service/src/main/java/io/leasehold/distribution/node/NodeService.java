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

    /** Whose role is for some domains only sees nodes with a lease for one of them. */
    Page<Node> list(Caller caller, NodeFilter filter, PageRequest page) {
        return database.inWorkspace(
                caller.workspaceId(),
                handle -> Page.of(
                        NodeStore.list(handle, caller, filter, page),
                        page,
                        node -> node.nodeId().toString()));
    }

    Node get(Caller caller, UUID nodeId) {
        return database.inWorkspace(
                        caller.workspaceId(),
                        handle -> NodeStore.find(handle, caller.workspaceId(), nodeId)
                                .filter(node -> NodeStore.isSeen(handle, caller, node)))
                .orElseThrow(() -> new NotFoundProblem("node", nodeId));
    }
}

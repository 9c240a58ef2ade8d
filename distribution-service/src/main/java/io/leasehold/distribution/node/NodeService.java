package io.leasehold.distribution.node;

import io.leasehold.contracts.NodeState;
import io.leasehold.contracts.ProblemType;
import io.leasehold.distribution.notice.NoticeKind;
import io.leasehold.distribution.notice.Notices;
import io.leasehold.kit.audit.Audit;
import io.leasehold.kit.caller.Caller;
import io.leasehold.kit.database.Database;
import io.leasehold.kit.page.Page;
import io.leasehold.kit.page.PageRequest;
import io.leasehold.kit.problem.ConflictProblem;
import io.leasehold.kit.problem.NotFoundProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What people and nodes may know about nodes, and what people decide about them. */
@ApplicationScoped
public class NodeService {
    private final Database database;
    private final NodeRegistry registry;
    private final NodeJournal journal;
    private final Audit audit;
    private final Event<NodeRemoved> removed;
    private final Clock clock;

    NodeService(
            Database database,
            NodeRegistry registry,
            NodeJournal journal,
            Audit audit,
            Event<NodeRemoved> removed,
            Clock clock) {
        this.database = database;
        this.registry = registry;
        this.journal = journal;
        this.audit = audit;
        this.removed = removed;
        this.clock = clock;
    }

    /**
     * Also tells a node that waits that it still does.
     *
     * @param labels null leaves them as they are
     */
    Node heartbeat(Caller caller, @Nullable Map<String, String> labels) {
        Admission admission =
                database.inWorkspace(caller.workspaceId(), handle -> switch (registry.admit(handle, caller)) {
                    case Admission.In(Node node) -> new Admission.In(relabel(handle, node, labels));
                    case Admission.Refused refused -> refused;
                });
        return switch (admission) {
            case Admission.In(Node node) -> node;
            case Admission.Refused(Node node, AdmissionRefusal reason)
            when node != null && reason == AdmissionRefusal.PENDING -> node;
            case Admission.Refused refused -> throw new NodeNotAdmittedProblem(refused.reason());
        };
    }

    /** The node that calls, which must be in. */
    public Node require(Caller caller) {
        return switch (database.inWorkspace(caller.workspaceId(), handle -> registry.admit(handle, caller))) {
            case Admission.In(Node node) -> node;
            case Admission.Refused refused -> throw new NodeNotAdmittedProblem(refused.reason());
        };
    }

    private Node relabel(Handle handle, Node node, @Nullable Map<String, String> labels) {
        return labels == null || labels.equals(node.labels())
                ? node
                : journal.write(handle, node.labelled(labels), NodeChange.CHANGED);
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

    Page<NodeEvent> listEvents(UUID workspaceId, Instant from, Instant to, @Nullable UUID nodeId, PageRequest page) {
        return database.inWorkspace(
                workspaceId,
                handle -> Page.of(
                        NodeEventStore.list(handle, workspaceId, from, to, nodeId, page),
                        page,
                        event -> event.eventId().toString()));
    }

    Node get(Caller caller, UUID nodeId) {
        return database.inWorkspace(
                        caller.workspaceId(),
                        handle -> NodeStore.find(handle, caller.workspaceId(), nodeId)
                                .filter(node -> NodeStore.isSeen(handle, caller, node)))
                .orElseThrow(() -> new NotFoundProblem("node", nodeId));
    }

    /** Lets in a node that waits, or one that was removed; one that is in already is left as it is. */
    Node approve(Caller caller, UUID nodeId) {
        return database.inWorkspace(caller.workspaceId(), handle -> {
            Node node = lock(handle, caller, nodeId);
            if (node.state() == NodeState.ENROLLED || node.state() == NodeState.LOST) {
                return node;
            }
            record(handle, caller, "node.approve", node, Map.of());
            return journal.write(handle, node.letIn(clock.instant()), NodeChange.ENROLLED, caller.name(), null);
        });
    }

    /** Turns a node away from now on; its leases are revoked. One that is removed already is left as it is. */
    Node remove(Caller caller, UUID nodeId, String reason) {
        Node node = database.inWorkspace(caller.workspaceId(), handle -> {
            Node known = lock(handle, caller, nodeId);
            if (known.state() == NodeState.REMOVED) {
                return known;
            }
            record(handle, caller, "node.remove", known, Map.of("reason", reason));
            return journal.write(handle, known.remove(), NodeChange.REMOVED, caller.name(), reason);
        });
        removed.fire(new NodeRemoved(node.workspaceId(), node.nodeId()));
        return node;
    }

    /** @param policy null forbids nothing */
    Node restrict(Caller caller, UUID nodeId, @Nullable NodePolicy policy) {
        return database.inWorkspace(caller.workspaceId(), handle -> {
            Node node = lock(handle, caller, nodeId);
            if (node.state() == NodeState.REMOVED) {
                throw new ConflictProblem(
                        ProblemType.WRONG_STATE, "Node '" + node.name() + "' was removed. Let it in again first.");
            }
            record(handle, caller, "node.policy", node, Map.of());
            Notices.write(handle, node.workspaceId(), nodeId, NoticeKind.POLICY_CHANGED, Map.of(), clock.instant());
            return journal.write(handle, node.restricted(policy), NodeChange.CHANGED, caller.name(), null);
        });
    }

    private static Node lock(Handle handle, Caller caller, UUID nodeId) {
        return NodeStore.lock(handle, caller.workspaceId(), nodeId)
                .orElseThrow(() -> new NotFoundProblem("node", nodeId));
    }

    private void record(Handle handle, Caller caller, String action, Node node, Map<String, String> details) {
        audit.record(handle, caller, node.workspaceId(), action, "node", node.nodeId(), details);
    }
}

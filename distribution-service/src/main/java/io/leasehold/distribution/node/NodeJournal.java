package io.leasehold.distribution.node;

import io.leasehold.contracts.NodeState;
import io.leasehold.distribution.notice.NoticeKind;
import io.leasehold.distribution.notice.Notices;
import io.leasehold.kit.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Writes a node that is locked, what became of it, and the event that tells of it. */
@ApplicationScoped
class NodeJournal {
    private final Outbox outbox;
    private final Clock clock;

    NodeJournal(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    Node write(Handle handle, Node node, NodeChange change) {
        return write(handle, node, change, null, null);
    }

    /**
     * @param actor who did it; null for what came by itself
     * @param reason null where there is nothing to say
     */
    Node write(Handle handle, Node node, NodeChange change, @Nullable String actor, @Nullable String reason) {
        NodeStore.save(handle, node);
        tell(handle, node, change, actor, reason);
        return node;
    }

    /** {@link #write} of a node whose row is there already. */
    void tell(Handle handle, Node node, NodeChange change, @Nullable String actor, @Nullable String reason) {
        NodeEventStore.insert(handle, node, change, clock.instant(), actor, reason);
        if (change == NodeChange.REMOVED) {
            Map<String, ?> data = reason == null ? Map.of() : Map.of("reason", reason);
            Notices.write(handle, node.workspaceId(), node.nodeId(), NoticeKind.NODE_REMOVED, data, clock.instant());
        }
        change.event()
                .filter(event -> node.state() != NodeState.PENDING)
                .ifPresent(
                        event -> outbox.append(handle, event, node.toView(NodeStore.findCredentialHash(handle, node))));
    }
}

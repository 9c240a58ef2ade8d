package io.leasehold.distribution.node;

import io.leasehold.kit.database.Rows;
import io.leasehold.kit.id.Ids;
import io.leasehold.kit.page.PageRequest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The table {@code node_event}. */
final class NodeEventStore {
    private NodeEventStore() {}

    static void insert(
            Handle handle, Node node, NodeChange change, Instant at, @Nullable String actor, @Nullable String reason) {
        handle.createUpdate("""
                        insert into node_event (workspace_id, event_id, node_id, at, change, actor, reason)
                        values (:workspaceId, :eventId, :nodeId, :at, :change, :actor, :reason)
                        """)
                .bind("workspaceId", node.workspaceId())
                .bind("eventId", Ids.next())
                .bind("nodeId", node.nodeId())
                .bind("at", at)
                .bind("change", change)
                .bind("actor", actor)
                .bind("reason", reason)
                .execute();
    }

    /** What became of all nodes in a time, the earliest first; one more than asked for. */
    static List<NodeEvent> list(
            Handle handle, UUID workspaceId, Instant from, Instant to, @Nullable UUID nodeId, PageRequest page) {
        return handle.createQuery("""
                        select e.event_id, e.node_id, n.name as node_name, e.at, e.change, e.actor, e.reason
                        from node_event e join node n using (workspace_id, node_id)
                        where e.workspace_id = :workspaceId and e.at >= :from and e.at < :to
                          and e.change in ('enrolled', 'lost', 'back', 'removed')
                          and (cast(:node as uuid) is null or e.node_id = :node)
                          and (cast(:after as uuid) is null or (e.at, e.event_id) >
                               (select at, event_id from node_event
                                where workspace_id = :workspaceId and event_id = :after))
                        order by e.at, e.event_id limit :limit
                        """)
                .bind("workspaceId", workspaceId)
                .bind("from", from)
                .bind("to", to)
                .bindByType("node", nodeId, UUID.class)
                .bindByType("after", page.positionId().orElse(null), UUID.class)
                .bind("limit", page.oneMore())
                .map(Rows.of(NodeEvent.class))
                .list();
    }
}

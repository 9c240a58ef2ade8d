package io.leasehold.analytics.live;

import io.leasehold.analytics.bulk.TextArray;
import io.leasehold.analytics.rollup.TokenColumn;
import io.leasehold.kit.database.Rows;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.generic.GenericType;
import org.jdbi.v3.core.mapper.Nested;

/** The ledger in the order in which its rows became visible. */
final class LiveStore {
    private LiveStore() {}

    public record Told(long position, @Nested LiveRequest request) {}

    /** How far these workspaces' ledgers have come; those without any request are missing. */
    static Map<UUID, Long> positions(Handle handle, Collection<UUID> workspaceIds) {
        return handle.createQuery("""
                        select workspace_id, position from ledger_position
                        where workspace_id = any(cast(cast(:ids as text[]) as uuid[]))
                        """)
                .bind("ids", TextArray.of(workspaceIds, id -> id))
                .setMapKeyColumn("workspace_id")
                .setMapValueColumn("position")
                .collectInto(new GenericType<Map<UUID, Long>>() {});
    }

    /** Those told after {@code after} and up to {@code head}, which others may have gone beyond meanwhile. */
    static List<Told> list(Handle handle, UUID workspaceId, long after, long head, int limit) {
        return handle.createQuery("""
                        select r.position, r.request_id as id, r.revision, r.admitted_at, r.completed_at, r.provider,
                               r.model, r.domain, r.node_id, n.name as node_name, r.key_id, r.status, r.error_type,
                               %s as input_tokens, %s as output_tokens, r.cost,
                               r.latency_total as latency_us
                        from request r
                        left join node n on n.workspace_id = r.workspace_id and n.node_id = r.node_id
                        where r.workspace_id = :workspaceId and r.position > :after and r.position <= :head
                        order by r.position limit :limit
                        """.formatted(TokenColumn.ALL_INPUT, TokenColumn.ALL_OUTPUT))
                .bind("workspaceId", workspaceId)
                .bind("after", after)
                .bind("head", head)
                .bind("limit", limit)
                .map(Rows.of(Told.class))
                .list();
    }
}

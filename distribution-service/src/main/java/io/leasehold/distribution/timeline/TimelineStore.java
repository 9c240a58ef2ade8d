package io.leasehold.distribution.timeline;

import io.leasehold.kit.database.Rows;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The tables {@code node_event}, {@code lease} and {@code lease_key_past}, of one node. */
final class TimelineStore {
    private TimelineStore() {}

    /** After which entry to go on. */
    record Position(Instant at, String what, UUID id) {}

    /** The newest first. */
    static List<TimelineEntry> list(
            Handle handle, UUID workspaceId, UUID nodeId, @Nullable Position before, int limit) {
        return handle.createQuery("""
                        with own as (
                            select * from lease where workspace_id = :workspaceId and node_id = :nodeId),
                        entry (id, at, what, lease_id, key_id, actor, reason) as (
                            select event_id, at, change, cast(null as uuid), cast(null as uuid), actor, reason
                            from node_event where workspace_id = :workspaceId and node_id = :nodeId
                            union all
                            select lease_id, issued_at, 'granted', lease_id,
                                   coalesce((select p.key_id from lease_key_past p
                                             where p.workspace_id = own.workspace_id and p.lease_id = own.lease_id
                                             order by p.since limit 1), key_id),
                                   null, null
                            from own
                            union all
                            select p.lease_id, p.until, 'moved', p.lease_id,
                                   coalesce((select n.key_id from lease_key_past n
                                             where n.workspace_id = p.workspace_id and n.lease_id = p.lease_id
                                               and n.since = p.until), own.key_id),
                                   null, null
                            from own join lease_key_past p using (workspace_id, lease_id)
                            union all
                            select lease_id, ended_at, state, lease_id, key_id, null, end_reason
                            from own where ended_at is not null)
                        select e.*, k.name as key_name
                        from entry e left join pool_key k on k.workspace_id = :workspaceId and k.key_id = e.key_id
                        where cast(:at as timestamptz) is null or (e.at, e.what, e.id) < (:at, :what, :id)
                        order by e.at desc, e.what desc, e.id desc limit :limit
                        """)
                .bind("workspaceId", workspaceId)
                .bind("nodeId", nodeId)
                .bindByType("at", before == null ? null : before.at(), Instant.class)
                .bind("what", before == null ? null : before.what())
                .bindByType("id", before == null ? null : before.id(), UUID.class)
                .bind("limit", limit)
                .map(Rows.of(TimelineEntry.class))
                .list();
    }
}

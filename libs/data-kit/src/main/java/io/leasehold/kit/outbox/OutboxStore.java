package io.leasehold.kit.outbox;

import io.leasehold.kit.database.Rows;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The outbox table, as the relay sees it. */
final class OutboxStore {
    /** The first half of the advisory lock's key; any number that nobody else in this database uses. */
    private static final int LOCK_SPACE = 0x0b0c;

    private OutboxStore() {}

    record Row(
            long seq,
            UUID eventId,
            String eventType,
            String topic,
            String eventKey,
            @Nullable String traceParent,
            Instant occurredAt,
            byte[] payload) {}

    /** @param oldestSeconds 0 when the outbox is empty */
    record Backlog(long rows, long oldestSeconds) {}

    static List<Integer> shardsWithRows(Handle handle) {
        return handle.createQuery("select distinct shard from outbox")
                .mapTo(Integer.class)
                .list();
    }

    /** One relay per shard over all replicas: the lock is held to the end of the transaction. */
    static boolean tryLock(Handle handle, int shard) {
        return handle.select("select pg_try_advisory_xact_lock(?, ?)", LOCK_SPACE, shard)
                .mapTo(Boolean.class)
                .one();
    }

    static List<Row> oldest(Handle handle, int shard, int limit) {
        return handle.createQuery("""
                        select seq, event_id, event_type, topic, event_key, trace_parent, occurred_at, payload
                        from outbox where shard = :shard order by seq limit :limit
                        """)
                .bind("shard", shard)
                .bind("limit", limit)
                .map(Rows.of(Row.class))
                .list();
    }

    static void delete(Handle handle, int shard, List<Long> sent) {
        handle.createUpdate("delete from outbox where shard = :shard and seq = any(:sent)")
                .bind("shard", shard)
                .bindArray("sent", Long.class, sent)
                .execute();
    }

    static Backlog backlog(Handle handle) {
        return handle.createQuery("""
                        select count(*) as rows,
                               coalesce(extract(epoch from now() - min(occurred_at)), 0)::bigint as oldest_seconds
                        from outbox
                        """).map(Rows.of(Backlog.class)).one();
    }
}

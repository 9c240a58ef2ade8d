package io.leasehold.kit.outbox;

import io.leasehold.kit.database.Rows;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The outbox table, as the relay sees it. */
final class OutboxStore {
    private OutboxStore() {}

    /** @param payload null for a tombstone */
    record Row(
            long seq,
            UUID eventId,
            String eventType,
            String topic,
            String eventKey,
            @Nullable String traceParent,
            Instant occurredAt,
            byte @Nullable [] payload) {}

    /** @param oldestSeconds 0 when the outbox is empty */
    record Backlog(long rows, long oldestSeconds) {}

    static List<Integer> shardsWithRows(Handle handle) {
        return handle.createQuery("select distinct shard from outbox")
                .mapTo(Integer.class)
                .list();
    }

    /**
     * Gives a shard to one relay over all replicas. A claim outlives the connection it was made on: whoever comes after a
     * relay that stalled or died waits until nothing that it sent can still arrive.
     *
     * @return whether the shard is this relay's until the term has passed
     */
    static boolean claim(Handle handle, int shard, UUID relay, Duration term) {
        return handle.createUpdate("""
                                insert into outbox_claim as known (shard, relay, ends_at)
                                values (:shard, :relay, clock_timestamp() + :millis * interval '1 millisecond')
                                on conflict (shard) do update set relay = excluded.relay, ends_at = excluded.ends_at
                                where known.relay = excluded.relay or known.ends_at < clock_timestamp()
                                """)
                        .bind("shard", shard)
                        .bind("relay", relay)
                        .bind("millis", term.toMillis())
                        .execute()
                == 1;
    }

    /** Only where everything that was sent is acknowledged or given up. */
    static void release(Handle handle, int shard, UUID relay) {
        handle.createUpdate("""
                        update outbox_claim set ends_at = '-infinity' where shard = :shard and relay = :relay
                        """).bind("shard", shard).bind("relay", relay).execute();
    }

    /** @param away topics that can't be written to for now */
    static List<Row> oldest(Handle handle, int shard, Set<String> away, int limit) {
        return handle.createQuery("""
                        select seq, event_id, event_type, topic, event_key, trace_parent, occurred_at, payload
                        from outbox where shard = :shard and topic <> all(:away) order by seq limit :limit
                        """)
                .bindArray("away", String.class, away)
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

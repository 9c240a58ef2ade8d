package io.leasehold.kit.outbox;

import io.leasehold.contracts.event.EventData;
import io.leasehold.contracts.event.EventType;
import io.leasehold.kit.event.CloudEvents;
import io.leasehold.kit.id.Ids;
import io.leasehold.kit.trace.TraceContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.jdbi.v3.core.Handle;

/**
 * Writes events beside the change they tell of, in its transaction. Events of one aggregate leave in the order in which
 * they were written, as long as the writer holds the aggregate's row lock when it appends.
 */
@ApplicationScoped
public class Outbox {
    /** Rows of one aggregate always share a shard; changing this number would let them overtake each other. */
    static final int SHARDS = 8;

    private final OutboxRelay relay;
    private final Clock clock;

    Outbox(OutboxRelay relay, Clock clock) {
        this.relay = relay;
        this.clock = clock;
    }

    /** @param handle the transaction of the change; after its commit the relay is woken */
    public void append(Handle handle, EventType type, EventData data) {
        String key = data.aggregateKey();
        handle.createUpdate("""
                        insert into outbox (workspace_id, shard, event_id, event_type, topic, event_key, trace_parent,
                                            occurred_at, payload)
                        values (:workspaceId, :shard, :eventId, :eventType, :topic, :key, :traceParent, :occurredAt,
                                :payload)
                        """)
                .bind("workspaceId", data.workspaceId())
                .bind("shard", Math.floorMod(key.hashCode(), SHARDS))
                .bind("eventId", Ids.next())
                .bind("eventType", type.ceType())
                .bind("topic", type.topic().topicName())
                .bind("key", key)
                .bind("traceParent", TraceContext.current())
                .bind("occurredAt", clock.instant())
                .bind("payload", CloudEvents.write(data))
                .execute();
        handle.afterCommit(relay::wake);
    }
}

package io.leasehold.kit.outbox;

import io.leasehold.contracts.event.EventData;
import io.leasehold.contracts.event.EventType;
import io.leasehold.kit.event.CloudEvents;
import io.leasehold.kit.id.Ids;
import io.leasehold.kit.trace.TraceContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * Writes events beside the change they tell of, in its transaction. Events of one aggregate leave in the order in which
 * they were written, as long as the writer holds the aggregate's row lock when it appends.
 */
@ApplicationScoped
public class Outbox {
    /** Rows of one aggregate always share a shard; changing this number would let them overtake each other. */
    static final int SHARDS = 8;

    private static final String INSERT = """
            insert into outbox (workspace_id, shard, event_id, event_type, topic, event_key, trace_parent, occurred_at, payload)
            values (:workspaceId, :shard, :eventId, :eventType, :topic, :key, :traceParent, :occurredAt, :payload)
            """;

    private final OutboxRelay relay;
    private final Clock clock;

    Outbox(OutboxRelay relay, Clock clock) {
        this.relay = relay;
        this.clock = clock;
    }

    /** @param handle the transaction of the change; after its commit the relay is woken */
    public void append(Handle handle, EventType type, EventData data) {
        append(handle, type, data.workspaceId(), data.aggregateKey(), CloudEvents.write(data));
    }

    /** {@link #append} for several, in their order and in one go. */
    public void appendAll(Handle handle, List<OutgoingEvent> events) {
        if (events.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch(INSERT);
        for (OutgoingEvent event : events) {
            EventData data = event.data();
            bind(batch, event.type(), data.workspaceId(), data.aggregateKey(), CloudEvents.write(data))
                    .add();
        }
        batch.execute();
        handle.afterCommit(relay::wake);
    }

    /**
     * Takes an aggregate off its compacted topic, after its last event.
     *
     * @param last the type of its last event
     * @param key of the aggregate, as its events have it
     */
    public void appendTombstone(Handle handle, EventType last, UUID workspaceId, String key) {
        append(handle, last, workspaceId, key, null);
    }

    private void append(Handle handle, EventType type, UUID workspaceId, String key, byte @Nullable [] payload) {
        bind(handle.createUpdate(INSERT), type, workspaceId, key, payload).execute();
        handle.afterCommit(relay::wake);
    }

    private <S extends SqlStatement<S>> S bind(
            S statement, EventType type, UUID workspaceId, String key, byte @Nullable [] payload) {
        return statement
                .bind("workspaceId", workspaceId)
                .bind("shard", Math.floorMod(key.hashCode(), SHARDS))
                .bind("eventId", Ids.next())
                .bind("eventType", type.ceType())
                .bind("topic", type.topic().topicName())
                .bind("key", key)
                .bind("traceParent", TraceContext.current())
                .bind("occurredAt", clock.instant())
                .bind("payload", payload);
    }
}

package io.leasehold.kit.outbox;

import io.leasehold.contracts.event.EventData;
import io.leasehold.contracts.event.EventType;
import io.leasehold.kit.event.CloudEvents;
import io.leasehold.kit.id.Ids;
import io.leasehold.kit.trace.TraceContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.argument.Argument;
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

    private static final String INSERT_ALL = """
            insert into outbox (workspace_id, shard, event_id, event_type, topic, event_key, trace_parent, occurred_at, payload)
            select workspace_id, shard, event_id, event_type, topic, event_key, trace_parent, :occurredAt, payload
            from unnest(:workspaceIds, :shards, :eventIds, :eventTypes, :topics, :keys, :traceParents, :payloads) with ordinality
                 as event (workspace_id, shard, event_id, event_type, topic, event_key, trace_parent, payload, place)
            order by place
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
        handle.createUpdate(INSERT_ALL)
                .bindArray(
                        "workspaceIds",
                        UUID.class,
                        all(events, event -> event.data().workspaceId()))
                .bindArray(
                        "shards",
                        Integer.class,
                        all(events, event -> shard(event.data().aggregateKey())))
                .bindArray("eventIds", UUID.class, all(events, event -> Ids.next()))
                .bindArray(
                        "eventTypes",
                        String.class,
                        all(events, event -> event.type().ceType()))
                .bindArray(
                        "topics",
                        String.class,
                        all(events, event -> event.type().topic().topicName()))
                .bindArray(
                        "keys", String.class, all(events, event -> event.data().aggregateKey()))
                .bindArray("traceParents", String.class, all(events, OutgoingEvent::traceParent))
                .bind("payloads", payloads(events))
                .bind("occurredAt", clock.instant())
                .execute();
        handle.afterCommit(relay::wake);
    }

    /** JDBI's own arrays are of objects, which the driver would write as texts. */
    private static Argument payloads(List<OutgoingEvent> events) {
        byte[][] payloads =
                events.stream().map(event -> CloudEvents.write(event.data())).toArray(byte[][]::new);
        return (position, statement, context) ->
                statement.setArray(position, statement.getConnection().createArrayOf("bytea", payloads));
    }

    private static <T extends @Nullable Object> List<T> all(
            List<OutgoingEvent> events, Function<OutgoingEvent, T> part) {
        List<T> parts = new ArrayList<>(events.size());
        events.forEach(event -> parts.add(part.apply(event)));
        return parts;
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
        handle.createUpdate(INSERT)
                .bind("workspaceId", workspaceId)
                .bind("shard", shard(key))
                .bind("eventId", Ids.next())
                .bind("eventType", type.ceType())
                .bind("topic", type.topic().topicName())
                .bind("key", key)
                .bind("traceParent", TraceContext.current())
                .bind("occurredAt", clock.instant())
                .bind("payload", payload)
                .execute();
        handle.afterCommit(relay::wake);
    }

    private static int shard(String key) {
        return Math.floorMod(key.hashCode(), SHARDS);
    }
}

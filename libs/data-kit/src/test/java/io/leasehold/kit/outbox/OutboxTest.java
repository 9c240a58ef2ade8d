package io.leasehold.kit.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leasehold.contracts.Capture;
import io.leasehold.contracts.Topic;
import io.leasehold.contracts.event.EventType;
import io.leasehold.contracts.event.WorkspaceView;
import io.leasehold.kit.database.Database;
import io.leasehold.kit.event.CloudEvents;
import io.leasehold.kit.event.ReceivedEvent;
import io.leasehold.kit.id.Ids;
import io.leasehold.kit.trace.TraceContext;
import io.leasehold.test.Await;
import io.leasehold.test.Events;
import io.leasehold.test.Servers;
import io.leasehold.test.ServiceUnderTest;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = ServiceUnderTest.class, initArgs = @ResourceArg(name = "service", value = "key-service"))
class OutboxTest {
    private static final int CHANGES = 60;

    @Inject
    Database database;

    @Inject
    Outbox outbox;

    @Inject
    EventProducer producer;

    @Test
    void eventsOfAnAggregateLeaveInTheOrderOfItsChanges() {
        List<UUID> aggregates = Stream.generate(UUID::randomUUID).limit(6).toList();

        try (var writers = Executors.newVirtualThreadPerTaskExecutor()) {
            aggregates.forEach(id -> writers.execute(() -> changeAgainAndAgain(id)));
        }

        for (UUID id : aggregates) {
            assertThat(versionsOf(id))
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, CHANGES).boxed().toList());
        }
    }

    @Test
    void whatIsAcknowledgedIsGoneFromTheOutbox() {
        UUID id = UUID.randomUUID();

        append(id, 1);

        assertThat(versionsOf(id, 1)).containsExactly(1L);
        Await.untilAsserted(() -> assertThat(rowsOf(id)).isZero());
    }

    @Test
    void aChangeThatIsRolledBackTellsNothing() {
        UUID id = UUID.randomUUID();

        assertThatThrownBy(() -> database.useWorkspace(id, handle -> {
                    outbox.append(handle, EventType.WORKSPACE_CHANGED, view(id, 1));
                    throw new IllegalStateException("after the event");
                }))
                .isInstanceOf(IllegalStateException.class);

        append(id, 2);
        assertThat(versionsOf(id, 1)).containsExactly(2L);
    }

    @Test
    void theTraceGoesAlong() {
        UUID id = UUID.randomUUID();
        String trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

        TraceContext.within(trace, () -> append(id, 1));

        ReceivedEvent event = Events.await(
                        Topic.WORKSPACES, 1, received -> received.key().equals(id.toString()))
                .getFirst();
        assertThat(event.traceParent()).startsWith("00-4bf92f3577b34da6a3ce929d0e0e4736-");
    }

    @Test
    void aTombstoneLeavesAfterTheLastEvent() {
        UUID id = UUID.randomUUID();
        append(id, 1);

        database.useWorkspace(
                id, handle -> outbox.appendTombstone(handle, EventType.WORKSPACE_CHANGED, id, id.toString()));

        List<ReceivedEvent> events =
                Events.await(Topic.WORKSPACES, 2, received -> received.key().equals(id.toString()));
        assertThat(events).extracting(ReceivedEvent::isTombstone).containsExactly(false, true);
    }

    @Test
    void whileARelayThatStalledMayStillSendNoOtherRelaySendsItsShards() {
        UUID id = UUID.randomUUID();
        database.useSystem(handle ->
                handle.createUpdate("""
                        insert into outbox_claim as known (shard, relay, ends_at)
                        select shard, gen_random_uuid(), clock_timestamp() + interval '3 seconds'
                        from generate_series(0, :last) as shard
                        on conflict (shard) do update set relay = excluded.relay, ends_at = excluded.ends_at
                        """).bind("last", Outbox.SHARDS - 1).execute());
        long claimed = System.nanoTime();

        append(id, 1);

        assertThat(versionsOf(id, 1)).containsExactly(1L);
        assertThat(Duration.ofNanos(System.nanoTime() - claimed)).isGreaterThan(Duration.ofMillis(2900));
    }

    @Test
    void aRelayWhoseTimeIsUpSendsNothing() {
        UUID id = UUID.randomUUID();
        List<OutboxStore.Row> rows = List.of(row(id, 1), row(id, 2));

        assertThat(producer.sendInOrder(rows, System.nanoTime() - 1)).isEmpty();

        append(id, 3);
        assertThat(versionsOf(id, 1)).containsExactly(3L);
    }

    @Test
    void aTopicThatMayNotBeWrittenToHoldsUpNoOther() {
        UUID id = UUID.randomUUID();

        assertNotHeldUpBy("leasehold.forbidden-" + id, id);
    }

    @Test
    void aTopicThatIsNotThereHoldsUpNoOther() throws Exception {
        UUID id = UUID.randomUUID();
        String missing = "leasehold.missing-" + id;
        AclBinding mayWrite = new AclBinding(
                new ResourcePattern(ResourceType.TOPIC, missing, PatternType.LITERAL),
                new AccessControlEntry("User:key-service", "*", AclOperation.WRITE, AclPermissionType.ALLOW));
        try (Admin admin =
                Admin.create(new HashMap<>(Servers.addresses().kafka().adminConfig()))) {
            admin.createAcls(List.of(mayWrite)).all().get();
            Await.untilAsserted(() -> assertThat(
                            admin.describeAcls(mayWrite.toFilter()).values().get())
                    .isNotEmpty());

            assertNotHeldUpBy(missing, id);

            admin.deleteAcls(List.of(mayWrite.toFilter())).all().get();
        }
    }

    private void assertNotHeldUpBy(String missing, UUID id) {
        for (int i = 1; i <= 5; i++) {
            writeForTopic(missing, id, i);
        }
        long from = System.nanoTime();

        append(id, 1);

        assertThat(versionsOf(id, 1)).containsExactly(1L);
        assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(Duration.ofSeconds(5));
        assertThat(rowsOf(id)).as("none of them is lost").isGreaterThanOrEqualTo(5);
        database.useSystem(handle -> handle.execute("delete from outbox where topic = ?", missing));
    }

    /** In the shard of the workspace's own events, before them. */
    private void writeForTopic(String topic, UUID id, int number) {
        OutboxStore.Row row = row(id, number);
        database.useSystem(handle -> handle.createUpdate("""
                        insert into outbox (workspace_id, shard, event_id, event_type, topic, event_key, occurred_at, payload)
                        values (:id, :shard, :eventId, :eventType, :topic, :key, :occurredAt, :payload)
                        """)
                .bind("id", id)
                .bind("shard", Math.floorMod(row.eventKey().hashCode(), Outbox.SHARDS))
                .bind("eventId", row.eventId())
                .bind("eventType", row.eventType())
                .bind("topic", topic)
                .bind("key", row.eventKey())
                .bind("occurredAt", row.occurredAt())
                .bind("payload", row.payload())
                .execute());
    }

    private static OutboxStore.Row row(UUID id, long version) {
        return new OutboxStore.Row(
                version,
                Ids.next(),
                EventType.WORKSPACE_CHANGED.ceType(),
                Topic.WORKSPACES.topicName(),
                id.toString(),
                null,
                Instant.EPOCH,
                CloudEvents.write(view(id, version)));
    }

    private void changeAgainAndAgain(UUID id) {
        for (int version = 1; version <= CHANGES; version++) {
            append(id, version);
        }
    }

    private void append(UUID id, long version) {
        database.useWorkspace(id, handle -> outbox.append(handle, EventType.WORKSPACE_CHANGED, view(id, version)));
    }

    private static List<Long> versionsOf(UUID id) {
        return versionsOf(id, CHANGES);
    }

    private static List<Long> versionsOf(UUID id, int count) {
        return Events.await(Topic.WORKSPACES, count, received -> received.key().equals(id.toString())).stream()
                .map(event -> ((WorkspaceView) java.util.Objects.requireNonNull(event.data())).version())
                .toList();
    }

    private long rowsOf(UUID id) {
        return database.asSystem(handle -> handle.createQuery("select count(*) from outbox where workspace_id = :id")
                .bind("id", id)
                .mapTo(Long.class)
                .one());
    }

    private static WorkspaceView view(UUID id, long version) {
        return new WorkspaceView(id, "ws-" + id, "Test", Capture.NONE, false, List.of(), version, Instant.EPOCH);
    }
}

package io.leasehold.kit.consume;

import static java.nio.charset.StandardCharsets.UTF_8;
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
import io.leasehold.test.Await;
import io.leasehold.test.Events;
import io.leasehold.test.ServiceUnderTest;
import io.leasehold.test.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = ServiceUnderTest.class, initArgs = @ResourceArg(name = "service", value = "key-service"))
class EventConsumersTest {
    @Inject
    Database database;

    @Inject
    NoteHandler handler;

    @Inject
    TombstoneHandler tombstones;

    @Inject
    DeadLetters deadLetters;

    @Inject
    EventConsumers consumers;

    private final UUID workspace = UUID.randomUUID();

    @Test
    void anEventThatComesTwiceHasItsEffectOnce() {
        UUID eventId = UUID.randomUUID();

        Events.publish(eventId, EventType.WORKSPACE_CHANGED, view("twice", 1));
        Events.publish(eventId, EventType.WORKSPACE_CHANGED, view("twice", 1));
        Events.publish(EventType.WORKSPACE_CHANGED, view("last", 2));

        Await.untilAsserted(() -> assertThat(notes()).isEqualTo(2));
    }

    @Test
    void aPoisonousEventIsPutAsideWithItsReasonAndTheOthersAreKept() {
        for (int version = 1; version <= 5; version++) {
            Events.publish(EventType.WORKSPACE_CHANGED, view("fine", version));
        }
        UUID poison = Events.publish(EventType.WORKSPACE_CHANGED, view(NoteHandler.POISON, 6));
        for (int version = 7; version <= 11; version++) {
            Events.publish(EventType.WORKSPACE_CHANGED, view("fine", version));
        }

        Await.untilAsserted(() -> assertThat(notes()).isEqualTo(10));
        assertThat(reasonOfDeadLetter("ce_id", poison.toString())).isEqualTo("This name is poison");
    }

    @Test
    void aTombstoneIsHandedToThoseThatWantItAndToNobodyElse() {
        Events.send(CloudEvents.record(
                Topic.WORKSPACES.topicName(),
                workspace.toString(),
                Ids.next(),
                EventType.WORKSPACE_CHANGED.ceType(),
                "test",
                Instant.now(),
                null,
                null));
        Events.publish(EventType.WORKSPACE_CHANGED, view("after it", 1));

        Await.untilAsserted(() -> assertThat(notes()).isEqualTo(1));
        Await.untilAsserted(() -> assertThat(tombstones.gone).contains(workspace.toString()));
    }

    @Test
    void aRecordThatIsNoEventIsPutAside() {
        String key = workspace.toString();

        Events.send(new ProducerRecord<>(Topic.WORKSPACES.topicName(), key, "not json".getBytes(UTF_8)));
        Events.publish(EventType.WORKSPACE_CHANGED, view("after it", 1));

        Await.untilAsserted(() -> assertThat(notes()).isEqualTo(1));
        assertThat(reasonOfDeadLetterWithKey(key)).contains("ce_id");
    }

    @Test
    void whileADependencyIsAwayNothingIsLostOrPutAside() {
        handler.failuresLeft.set(4);

        Events.publish(EventType.WORKSPACE_CHANGED, view(NoteHandler.LATER, 1));

        Await.untilAsserted(() -> assertThat(notes()).isEqualTo(1));
        assertThat(handler.failuresLeft.get()).isNegative();
    }

    @Test
    void whatIsPutAsideIsPutAsideOnceHoweverOftenItsBatchIsTried() {
        List<ReceivedEvent> batch = List.of(
                received(0, view(NoteHandler.POISON, 1)),
                received(1, view(NoteHandler.LATER, 2)),
                received(2, view("fine", 3)));
        BatchProcessor processor = new BatchProcessor(database, handler, new PutAside(handler.name(), deadLetters));
        handler.failuresLeft.set(4);

        for (int attempt = 1; attempt <= 2; attempt++) {
            assertThatThrownBy(() -> processor.process(batch)).hasMessage("A dependency is away");
        }
        handler.failuresLeft.set(0);
        processor.process(batch);

        assertThat(notes()).isEqualTo(2);
        assertThat(deadLettersOf(batch.getFirst().id())).isEqualTo(1);
    }

    @Test
    void whatIsForgottenIsForgottenBesideAnotherReplica() throws Exception {
        remember(5_010, "9 days");
        remember(1, "7 days");
        try (Connection otherReplica = TestDatabase.open()) {
            otherReplica.setAutoCommit(false);
            otherReplica
                    .createStatement()
                    .executeQuery(
                            "select 1 from processed_event where consumer = 'forgetful' order by processed_at limit 5 for update");

            consumers.forget();
        }

        assertThat(remembered()).isEqualTo(6);
    }

    private void remember(int events, String age) {
        database.useSystem(handle ->
                handle.createUpdate("""
                        insert into processed_event (consumer, event_id, processed_at)
                        select 'forgetful', gen_random_uuid(), now() - cast(:age as interval)
                        from generate_series(1, :events)
                        """).bind("age", age).bind("events", events).execute());
    }

    private int remembered() {
        return database.asSystem(
                handle -> handle.createQuery("select count(*) from processed_event where consumer = 'forgetful'")
                        .mapTo(Integer.class)
                        .one());
    }

    /** As if read from a partition that nobody else reads. */
    private static ReceivedEvent received(long offset, WorkspaceView view) {
        ProducerRecord<String, byte[]> sent = CloudEvents.record(
                Topic.WORKSPACES.topicName(),
                view.aggregateKey(),
                Ids.next(),
                EventType.WORKSPACE_CHANGED.ceType(),
                "test",
                Instant.EPOCH,
                null,
                CloudEvents.write(view));
        ConsumerRecord<String, byte[]> read = new ConsumerRecord<>(sent.topic(), 0, offset, sent.key(), sent.value());
        sent.headers().forEach(header -> read.headers().add(header));
        return CloudEvents.read(read);
    }

    /** How many there are before one that is sent now. */
    private long deadLettersOf(UUID eventId) {
        String last = UUID.randomUUID().toString();
        Events.send(new ProducerRecord<>(Topic.DEAD_LETTERS.topicName(), workspace.toString(), last.getBytes(UTF_8)));
        AtomicLong count = new AtomicLong();
        Events.awaitRecords(Topic.DEAD_LETTERS, letter -> {
            var id = letter.headers().lastHeader("ce_id");
            if (id != null && new String(id.value(), UTF_8).equals(eventId.toString())) {
                count.incrementAndGet();
            }
            return last.equals(new String(letter.value(), UTF_8));
        });
        return count.get();
    }

    private int notes() {
        return database.asSystem(handle -> handle.createQuery("select count(*) from note where workspace_id = :id")
                .bind("id", workspace)
                .mapTo(Integer.class)
                .one());
    }

    private static String reasonOfDeadLetter(String header, String value) {
        AtomicReference<String> reason = new AtomicReference<>("");
        Events.awaitRecords(Topic.DEAD_LETTERS, letter -> {
            var found = letter.headers().lastHeader(header);
            boolean matches = found != null && new String(found.value(), UTF_8).equals(value);
            if (matches) {
                reason.set(new String(letter.headers().lastHeader("dl_reason").value(), UTF_8));
            }
            return matches;
        });
        return reason.get();
    }

    private static String reasonOfDeadLetterWithKey(String key) {
        AtomicReference<String> reason = new AtomicReference<>("");
        Events.awaitRecords(Topic.DEAD_LETTERS, letter -> {
            boolean matches = key.equals(letter.key());
            if (matches) {
                reason.set(new String(letter.headers().lastHeader("dl_reason").value(), UTF_8));
            }
            return matches;
        });
        return reason.get();
    }

    private WorkspaceView view(String name, long version) {
        return new WorkspaceView(
                workspace, "ws-" + workspace, name, Capture.NONE, false, List.of(), version, Instant.EPOCH);
    }
}

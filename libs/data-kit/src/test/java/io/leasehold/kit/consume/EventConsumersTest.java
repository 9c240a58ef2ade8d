package io.leasehold.kit.consume;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.contracts.Capture;
import io.leasehold.contracts.Topic;
import io.leasehold.contracts.event.EventType;
import io.leasehold.contracts.event.WorkspaceView;
import io.leasehold.kit.database.Database;
import io.leasehold.test.Await;
import io.leasehold.test.Events;
import io.leasehold.test.ServiceUnderTest;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = ServiceUnderTest.class, initArgs = @ResourceArg(name = "service", value = "key-service"))
class EventConsumersTest {
    @Inject
    Database database;

    @Inject
    NoteHandler handler;

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

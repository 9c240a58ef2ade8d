package io.leasehold.kit.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leasehold.contracts.Capture;
import io.leasehold.contracts.Topic;
import io.leasehold.contracts.event.EventType;
import io.leasehold.contracts.event.WorkspaceView;
import io.leasehold.kit.database.Database;
import io.leasehold.kit.event.ReceivedEvent;
import io.leasehold.kit.trace.TraceContext;
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
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = ServiceUnderTest.class, initArgs = @ResourceArg(name = "service", value = "key-service"))
class OutboxTest {
    private static final int CHANGES = 60;

    @Inject
    Database database;

    @Inject
    Outbox outbox;

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

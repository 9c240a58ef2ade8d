package io.leasehold.kit.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.contracts.Capture;
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
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = ServiceUnderTest.class, initArgs = @ResourceArg(name = "service", value = "key-service"))
class WorkspaceDirectoryTest {
    @Inject
    WorkspaceDirectory directory;

    @Inject
    Database database;

    private final UUID id = UUID.randomUUID();
    private final String slug = "ws-" + id;

    @Test
    void aWorkspaceIsKnownOnceItWasToldOf() {
        assertThat(directory.findBySlug(slug)).isEmpty();

        Events.publish(EventType.WORKSPACE_CHANGED, view("First", 1));

        Await.untilAsserted(
                () -> assertThat(directory.findBySlug(slug)).map(Workspace::id).contains(id));
        assertThat(directory.findById(id)).map(Workspace::slug).contains(slug);
    }

    @Test
    void aReplicaThatDoesNotTakeTheEventInSeesTheChangeToo() {
        WorkspaceDirectory otherReplica = new WorkspaceDirectory(database);
        database.useSystem(handle -> WorkspaceStore.put(handle, view("Before", 1)));
        assertThat(otherReplica.findBySlug(slug)).map(Workspace::name).contains("Before");

        Events.publish(EventType.WORKSPACE_CHANGED, view("After", 2));

        Await.untilAsserted(() ->
                assertThat(otherReplica.findBySlug(slug)).map(Workspace::name).contains("After"));
    }

    @Test
    void aNewWorkspaceIsFoundByItsIdAtOnce() {
        directory.list();

        database.useSystem(handle -> WorkspaceStore.put(handle, view("New", 1)));

        assertThat(directory.findById(id)).map(Workspace::name).contains("New");
    }

    @Test
    void anOlderVersionChangesNothing() {
        Events.publish(EventType.WORKSPACE_CHANGED, view("Newer", 2));
        Events.publish(EventType.WORKSPACE_CHANGED, view("Older", 1));
        Events.publish(EventType.WORKSPACE_CHANGED, view("Newest", 3));

        Await.untilAsserted(() ->
                assertThat(directory.findBySlug(slug)).map(Workspace::name).contains("Newest"));
        Optional<WorkspaceView> stored = database.asSystem(handle -> WorkspaceStore.find(handle, id));
        assertThat(stored).map(WorkspaceView::version).contains(3L);
    }

    private WorkspaceView view(String name, long version) {
        return new WorkspaceView(
                id,
                slug,
                name,
                Capture.METADATA,
                false,
                List.of(new WorkspaceView.Domain(UUID.randomUUID(), "app.example.com", Capture.FULL)),
                version,
                Instant.EPOCH);
    }
}

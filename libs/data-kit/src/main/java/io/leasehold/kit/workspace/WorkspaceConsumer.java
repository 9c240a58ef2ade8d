package io.leasehold.kit.workspace;

import io.leasehold.contracts.Topic;
import io.leasehold.contracts.event.WorkspaceView;
import io.leasehold.kit.consume.EventHandler;
import io.leasehold.kit.event.ReceivedEvent;
import io.quarkus.arc.lookup.LookupUnlessProperty;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Keeps this service's copy of the workspaces; key-service, which owns them, leaves it out. */
@Singleton
@LookupUnlessProperty(name = "leasehold.workspaces.owner", stringValue = "true", lookupIfMissing = true)
class WorkspaceConsumer implements EventHandler {
    private final WorkspaceDirectory directory;

    WorkspaceConsumer(WorkspaceDirectory directory) {
        this.directory = directory;
    }

    @Override
    public String name() {
        return "workspaces";
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(Topic.WORKSPACES);
    }

    @Override
    public void handle(Handle handle, List<ReceivedEvent> batch) {
        for (ReceivedEvent event : batch) {
            if (event.data() instanceof WorkspaceView view) {
                WorkspaceStore.put(handle, view);
            }
        }
        handle.afterCommit(directory::forget);
    }
}

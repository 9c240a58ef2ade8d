package io.leasehold.key.workspace;

import io.leasehold.contracts.event.EventType;
import io.leasehold.contracts.event.WorkspaceView;
import io.leasehold.contracts.event.WorkspaceView.Domain;
import io.leasehold.kit.outbox.Outbox;
import io.leasehold.kit.problem.NotFoundProblem;
import io.leasehold.kit.workspace.WorkspaceDirectory;
import io.leasehold.kit.workspace.WorkspaceStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Writes workspaces together with the event that tells of them, in the caller's transaction. */
@ApplicationScoped
public class WorkspaceChanges {
    private final WorkspaceDirectory directory;
    private final Outbox outbox;
    private final Clock clock;

    WorkspaceChanges(WorkspaceDirectory directory, Outbox outbox, Clock clock) {
        this.directory = directory;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * A workspace as it stands, locked until the transaction ends.
     *
     * @throws NotFoundProblem where there is none, or none any more
     */
    public WorkspaceView lock(Handle handle, UUID workspaceId) {
        return WorkspaceStore.lock(handle, workspaceId)
                .filter(workspace -> workspace.deletedAt() == null)
                .orElseThrow(() -> new NotFoundProblem("workspace", workspaceId));
    }

    /** @param locked by {@link #lock}, in this transaction */
    public WorkspaceView setDomains(Handle handle, WorkspaceView locked, List<Domain> domains) {
        return put(
                handle,
                new WorkspaceView(
                        locked.workspaceId(),
                        locked.slug(),
                        locked.name(),
                        locked.capture(),
                        locked.failOpen(),
                        domains,
                        locked.version() + 1,
                        clock.instant(),
                        null,
                        locked.enrolmentPolicy()));
    }

    WorkspaceView set(Handle handle, WorkspaceView locked, WorkspaceSettings settings) {
        return put(
                handle,
                new WorkspaceView(
                        locked.workspaceId(),
                        locked.slug(),
                        settings.name(),
                        settings.capture(),
                        settings.failOpen(),
                        locked.domains(),
                        locked.version() + 1,
                        clock.instant(),
                        null,
                        settings.enrolment()));
    }

    void delete(Handle handle, WorkspaceView locked) {
        Instant now = clock.instant();
        put(
                handle,
                new WorkspaceView(
                        locked.workspaceId(),
                        locked.slug(),
                        locked.name(),
                        locked.capture(),
                        locked.failOpen(),
                        List.of(),
                        locked.version() + 1,
                        now,
                        now,
                        locked.enrolmentPolicy()));
    }

    /** A new one, or a new version of one that is locked. */
    WorkspaceView put(Handle handle, WorkspaceView workspace) {
        WorkspaceStore.put(handle, workspace);
        outbox.append(handle, EventType.WORKSPACE_CHANGED, workspace);
        handle.afterCommit(directory::forget);
        return workspace;
    }
}

package io.leasehold.key.workspace;

import io.leasehold.contracts.event.EventType;
import io.leasehold.contracts.event.WorkspaceView;
import io.leasehold.contracts.event.WorkspaceView.ApiToken;
import io.leasehold.contracts.event.WorkspaceView.Domain;
import io.leasehold.kit.outbox.Outbox;
import io.leasehold.kit.problem.NotFoundProblem;
import io.leasehold.kit.workspace.WorkspaceDirectory;
import io.leasehold.kit.workspace.WorkspaceStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

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

    /**
     * With other domains; API tokens of those that go, go too.
     *
     * @param locked by {@link #lock}, in this transaction
     */
    public WorkspaceView setDomains(Handle handle, WorkspaceView locked, List<Domain> domains) {
        Set<String> names = domains.stream().map(Domain::name).collect(Collectors.toSet());
        List<ApiToken> tokens = locked.apiTokens().stream()
                .filter(token -> token.domain() == null || names.contains(token.domain()))
                .toList();
        return put(handle, next(locked, WorkspaceSettings.of(locked), domains, tokens, null));
    }

    /** @param locked by {@link #lock}, in this transaction */
    public WorkspaceView setApiTokens(Handle handle, WorkspaceView locked, List<ApiToken> tokens) {
        return put(handle, next(locked, WorkspaceSettings.of(locked), locked.domains(), tokens, null));
    }

    WorkspaceView set(Handle handle, WorkspaceView locked, WorkspaceSettings settings) {
        return put(handle, next(locked, settings, locked.domains(), locked.apiTokens(), null));
    }

    void delete(Handle handle, WorkspaceView locked) {
        put(handle, next(locked, WorkspaceSettings.of(locked), List.of(), List.of(), clock.instant()));
    }

    private WorkspaceView next(
            WorkspaceView locked,
            WorkspaceSettings settings,
            List<Domain> domains,
            List<ApiToken> tokens,
            @Nullable Instant deletedAt) {
        return new WorkspaceView(
                locked.workspaceId(),
                locked.slug(),
                settings.name(),
                settings.capture(),
                settings.failOpen(),
                domains,
                locked.version() + 1,
                clock.instant(),
                deletedAt,
                settings.enrolment(),
                tokens,
                settings.redaction(),
                settings.keyChoice(),
                settings.leasesExpire());
    }

    /** A new one, or a new version of one that is locked. */
    WorkspaceView put(Handle handle, WorkspaceView workspace) {
        WorkspaceStore.put(handle, workspace);
        outbox.append(handle, EventType.WORKSPACE_CHANGED, workspace);
        handle.afterCommit(directory::forget);
        return workspace;
    }
}

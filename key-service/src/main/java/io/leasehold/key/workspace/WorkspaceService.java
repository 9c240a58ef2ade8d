package io.leasehold.key.workspace;

import io.leasehold.contracts.Capture;
import io.leasehold.contracts.ProblemType;
import io.leasehold.contracts.event.EventType;
import io.leasehold.contracts.event.WorkspaceView;
import io.leasehold.kit.audit.Audit;
import io.leasehold.kit.caller.Caller;
import io.leasehold.kit.database.Database;
import io.leasehold.kit.id.Ids;
import io.leasehold.kit.outbox.Outbox;
import io.leasehold.kit.page.Page;
import io.leasehold.kit.page.PageRequest;
import io.leasehold.kit.problem.ConflictProblem;
import io.leasehold.kit.problem.ForbiddenProblem;
import io.leasehold.kit.workspace.WorkspaceDirectory;
import io.leasehold.kit.workspace.WorkspaceStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Makes workspaces and tells who may see which. */
@ApplicationScoped
class WorkspaceService {
    private final Database database;
    private final WorkspaceDirectory directory;
    private final Outbox outbox;
    private final Audit audit;
    private final Clock clock;

    WorkspaceService(Database database, WorkspaceDirectory directory, Outbox outbox, Audit audit, Clock clock) {
        this.database = database;
        this.directory = directory;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** Those that the caller has a role in, ordered by slug. */
    Page<WorkspaceView> listFor(Caller caller, PageRequest request) {
        @Nullable
        Collection<String> slugs =
                caller.grants().platformAdmin() ? null : caller.grants().roles().keySet();
        return Page.of(
                database.asSystem(handle -> WorkspaceStore.list(handle, slugs, request)), request, WorkspaceView::slug);
    }

    /** @throws ForbiddenProblem unless the caller is a platform admin */
    WorkspaceView add(Caller caller, String slug, String name) {
        if (!caller.grants().platformAdmin()) {
            throw new ForbiddenProblem("Only a platform admin may add workspaces. Ask one.");
        }
        WorkspaceView workspace = fresh(Ids.next(), slug, name);
        database.useSystem(handle -> {
            requireFreeSlug(handle, slug);
            put(handle, workspace);
            audit.record(
                    handle,
                    caller,
                    workspace.workspaceId(),
                    "workspace.add",
                    "workspace",
                    workspace.workspaceId(),
                    Map.of("slug", slug));
        });
        directory.forget();
        return workspace;
    }

    /**
     * Adds a workspace with an id of its own, unless it is there already; replicas that start together do so once.
     *
     * @return whether it was added
     */
    boolean seed(UUID id, String slug, String name) {
        WorkspaceView workspace = fresh(id, slug, name);
        boolean added = database.inWorkspace(id, handle -> {
            lockSlug(handle, slug);
            if (WorkspaceStore.find(handle, id).isPresent()) {
                return false;
            }
            put(handle, workspace);
            audit.recordOwn(handle, id, "workspace.seed", "workspace", id, Map.of("slug", slug));
            return true;
        });
        directory.forget();
        return added;
    }

    /** Looked for among all workspaces, and kept free until the transaction ends. */
    private static void requireFreeSlug(Handle handle, String slug) {
        lockSlug(handle, slug);
        if (!WorkspaceStore.list(handle, Set.of(slug), PageRequest.of(1, null)).isEmpty()) {
            throw new ConflictProblem(
                    ProblemType.NAME_TAKEN, "There is, or was, a workspace '" + slug + "'. Choose another slug.");
        }
    }

    private static void lockSlug(Handle handle, String slug) {
        handle.execute("select pg_advisory_xact_lock(hashtext(?))", slug);
    }

    private void put(Handle handle, WorkspaceView workspace) {
        WorkspaceStore.put(handle, workspace);
        outbox.append(handle, EventType.WORKSPACE_CHANGED, workspace);
    }

    private WorkspaceView fresh(UUID id, String slug, String name) {
        return new WorkspaceView(id, slug, name, Capture.METADATA, false, List.of(), 1, clock.instant());
    }
}

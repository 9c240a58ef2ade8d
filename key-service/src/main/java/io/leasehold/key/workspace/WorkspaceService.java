package io.leasehold.key.workspace;

import io.leasehold.contracts.Capture;
import io.leasehold.contracts.ProblemType;
import io.leasehold.contracts.event.WorkspaceView;
import io.leasehold.key.EntityName;
import io.leasehold.key.member.MemberGroups;
import io.leasehold.kit.audit.Audit;
import io.leasehold.kit.caller.Caller;
import io.leasehold.kit.caller.Role;
import io.leasehold.kit.database.Database;
import io.leasehold.kit.id.Ids;
import io.leasehold.kit.page.Page;
import io.leasehold.kit.page.PageRequest;
import io.leasehold.kit.problem.ConflictProblem;
import io.leasehold.kit.problem.ForbiddenProblem;
import io.leasehold.kit.workspace.WorkspaceStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Makes, changes and ends workspaces, and tells who may see which. */
@ApplicationScoped
class WorkspaceService {
    private final Database database;
    private final WorkspaceChanges changes;
    private final MemberGroups groups;
    private final Audit audit;
    private final Clock clock;

    WorkspaceService(Database database, WorkspaceChanges changes, MemberGroups groups, Audit audit, Clock clock) {
        this.database = database;
        this.changes = changes;
        this.groups = groups;
        this.audit = audit;
        this.clock = clock;
    }

    /** Those that the caller has a role in, ordered by slug. */
    Page<WorkspaceView> listFor(Caller caller, PageRequest request) {
        return list(caller, caller.grants().roles().keySet(), request);
    }

    /** Those that the caller has a role in, or in one of their domains, ordered by slug. */
    Page<WorkspaceView> listWithDomainsFor(Caller caller, PageRequest request) {
        Set<String> slugs = new HashSet<>(caller.grants().roles().keySet());
        slugs.addAll(caller.grants().domainRoles().keySet());
        return list(caller, slugs, request);
    }

    private Page<WorkspaceView> list(Caller caller, Set<String> slugs, PageRequest request) {
        @Nullable Collection<String> wanted = caller.grants().platformAdmin() ? null : slugs;
        return Page.of(
                database.asSystem(handle -> WorkspaceStore.list(handle, wanted, request)),
                request,
                WorkspaceView::slug);
    }

    /** @throws UnknownWorkspaceProblem where there is none that the caller has a role in */
    WorkspaceView get(Caller caller, String idOrSlug) {
        WorkspaceView workspace = database.asSystem(handle -> find(handle, idOrSlug))
                .filter(found -> found.deletedAt() == null)
                .orElseThrow(() -> new UnknownWorkspaceProblem(idOrSlug));
        if (caller.grants().roleIn(workspace.slug()).isEmpty()) {
            throw new UnknownWorkspaceProblem(idOrSlug);
        }
        return workspace;
    }

    /** @throws ForbiddenProblem unless the caller is a platform admin */
    WorkspaceView add(Caller caller, String slug, String name) {
        requirePlatformAdmin(caller, "add");
        WorkspaceView workspace = fresh(Ids.next(), slug, name);
        groups.makeForWorkspace(slug);
        database.useSystem(handle -> {
            requireFreeSlug(handle, slug);
            changes.put(handle, workspace);
            audit.record(
                    handle,
                    caller,
                    workspace.workspaceId(),
                    "workspace.add",
                    "workspace",
                    workspace.workspaceId(),
                    Map.of("slug", slug));
        });
        return workspace;
    }

    /**
     * @throws ForbiddenProblem unless the caller is an admin of the workspace
     * @throws ConflictProblem when the workspace is not at the version that the caller has read
     */
    WorkspaceView update(Caller caller, String idOrSlug, UpdateWorkspaceRequest request) {
        WorkspaceView known = get(caller, idOrSlug);
        Role role = caller.grants().roleIn(known.slug()).orElseThrow();
        if (role != Role.ADMIN && role != Role.PLATFORM_ADMIN) {
            throw new ForbiddenProblem(
                    "Only admins of the workspace '%s' may change it. Ask one.".formatted(known.slug()));
        }
        return database.inWorkspace(known.workspaceId(), handle -> {
            WorkspaceView locked = changes.lock(handle, known.workspaceId());
            requireVersion(request.version(), locked);
            WorkspaceSettings settings = WorkspaceSettings.of(locked).with(request);
            WorkspaceView changed = changes.set(handle, locked, settings);
            audit.record(
                    handle,
                    caller,
                    changed.workspaceId(),
                    "workspace.update",
                    "workspace",
                    changed.workspaceId(),
                    Map.of(
                            "name", settings.name(),
                            "capture", settings.capture().wireName(),
                            "fail_open", Boolean.toString(settings.failOpen()),
                            "enrolment", settings.enrolment().wireName(),
                            "key_choice", settings.keyChoice().wireName(),
                            "leases_expire", Boolean.toString(settings.leasesExpire()),
                            "redaction", names(settings.redaction())));
            return changed;
        });
    }

    private static String names(List<WorkspaceView.Redaction> rules) {
        return rules.stream().map(WorkspaceView.Redaction::name).collect(Collectors.joining(", "));
    }

    /**
     * Ends a workspace for good. One that is deleted already stays so.
     *
     * @throws ForbiddenProblem unless the caller is a platform admin
     * @throws ConflictProblem while something in it is alive at a provider or in the secret store
     */
    void delete(Caller caller, String idOrSlug) {
        requirePlatformAdmin(caller, "delete");
        WorkspaceView known = database.asSystem(handle -> find(handle, idOrSlug))
                .orElseThrow(() -> new UnknownWorkspaceProblem(idOrSlug));
        if (known.deletedAt() == null) {
            database.useWorkspace(known.workspaceId(), handle -> end(handle, caller, known.workspaceId()));
        }
        // Where that fails, the call can be repeated: it comes by here again.
        groups.removeOfWorkspace(known.slug());
    }

    private void end(Handle handle, Caller caller, UUID workspaceId) {
        WorkspaceView locked = changes.lock(handle, workspaceId);
        LivingParts parts = LivingParts.of(handle, workspaceId);
        if (!parts.isEmpty()) {
            throw new ConflictProblem(
                    ProblemType.WRONG_STATE,
                    "The workspace '%s' has %d keys that are not revoked and %d provider accounts. Revoke its keys and delete its accounts first."
                            .formatted(locked.slug(), parts.keys(), parts.accounts()));
        }
        changes.delete(handle, locked);
        audit.record(
                handle,
                caller,
                workspaceId,
                "workspace.delete",
                "workspace",
                workspaceId,
                Map.of("slug", locked.slug()));
    }

    /**
     * Adds a workspace with an id of its own, unless it is there already, or was; replicas that start together do so once.
     *
     * @return whether it was added
     */
    boolean seed(UUID id, String slug, String name) {
        WorkspaceView workspace = fresh(id, slug, name);
        return database.inWorkspace(id, handle -> {
            lockSlug(handle, slug);
            if (WorkspaceStore.find(handle, id).isPresent()) {
                return false;
            }
            changes.put(handle, workspace);
            audit.recordOwn(handle, id, "workspace.seed", "workspace", id, Map.of("slug", slug));
            return true;
        });
    }

    private static Optional<WorkspaceView> find(Handle handle, String idOrSlug) {
        return EntityName.asId(idOrSlug)
                .map(id -> WorkspaceStore.find(handle, id))
                .orElseGet(() -> WorkspaceStore.findBySlug(handle, idOrSlug));
    }

    private static void requirePlatformAdmin(Caller caller, String verb) {
        if (!caller.grants().platformAdmin()) {
            throw new ForbiddenProblem("Only a platform admin may " + verb + " workspaces. Ask one.");
        }
    }

    /** Looked for among all workspaces, also deleted ones, and kept free until the transaction ends. */
    private static void requireFreeSlug(Handle handle, String slug) {
        lockSlug(handle, slug);
        if (WorkspaceStore.findBySlug(handle, slug).isPresent()) {
            throw new ConflictProblem(
                    ProblemType.NAME_TAKEN, "There is, or was, a workspace '" + slug + "'. Choose another slug.");
        }
    }

    private static void lockSlug(Handle handle, String slug) {
        handle.execute("select pg_advisory_xact_lock(hashtext(?))", slug);
    }

    private static void requireVersion(@Nullable Long read, WorkspaceView locked) {
        if (read != null && read != locked.version()) {
            throw new ConflictProblem(
                    ProblemType.CONFLICT,
                    "The workspace was changed meanwhile. Read it again, and change it with its version %d."
                            .formatted(locked.version()));
        }
    }

    private WorkspaceView fresh(UUID id, String slug, String name) {
        return new WorkspaceView(id, slug, name, Capture.METADATA, false, List.of(), 1, clock.instant());
    }
}

package io.leasehold.key.domain;

import io.leasehold.contracts.Capture;
import io.leasehold.contracts.ProblemType;
import io.leasehold.contracts.Scope;
import io.leasehold.contracts.event.WorkspaceView;
import io.leasehold.contracts.event.WorkspaceView.Domain;
import io.leasehold.key.apitoken.ApiTokenChanges;
import io.leasehold.key.limit.LimitChanges;
import io.leasehold.key.member.MemberGroups;
import io.leasehold.key.workspace.VisibleDomains;
import io.leasehold.key.workspace.WorkspaceChanges;
import io.leasehold.kit.audit.Audit;
import io.leasehold.kit.caller.Caller;
import io.leasehold.kit.database.Database;
import io.leasehold.kit.id.Ids;
import io.leasehold.kit.idempotency.Idempotency;
import io.leasehold.kit.page.Page;
import io.leasehold.kit.page.PageRequest;
import io.leasehold.kit.problem.ConflictProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Domains, which are part of their workspace: every change of one is a new version of it. */
@ApplicationScoped
class DomainService {
    /** The whole workspace travels with every change. */
    private static final int MOST_DOMAINS = 1_000;

    private final Database database;
    private final WorkspaceChanges workspaces;
    private final LimitChanges limits;
    private final ApiTokenChanges tokens;
    private final MemberGroups groups;
    private final Audit audit;
    private final Idempotency idempotency;

    DomainService(
            Database database,
            WorkspaceChanges workspaces,
            LimitChanges limits,
            ApiTokenChanges tokens,
            MemberGroups groups,
            Audit audit,
            Idempotency idempotency) {
        this.database = database;
        this.workspaces = workspaces;
        this.limits = limits;
        this.tokens = tokens;
        this.groups = groups;
        this.audit = audit;
        this.idempotency = idempotency;
    }

    Page<Domain> list(Caller caller, DomainFilter filter, PageRequest request) {
        String after = request.position();
        List<Domain> visible =
                database.inWorkspace(caller.workspaceId(), handle -> VisibleDomains.list(handle, caller));
        List<Domain> wanted = visible.stream()
                .filter(filter::accepts)
                .filter(domain -> after == null || domain.name().compareTo(after) > 0)
                .sorted(Comparator.comparing(Domain::name))
                .limit(request.oneMore())
                .toList();
        return Page.of(wanted, request, Domain::name);
    }

    Domain get(Caller caller, String idOrName) {
        return database.inWorkspace(caller.workspaceId(), handle -> VisibleDomains.get(handle, caller, idOrName));
    }

    /** @throws ConflictProblem where the name is taken, or there are too many */
    DomainAnswer add(Caller caller, AddDomainRequest request) {
        groups.makeForDomain(caller.workspace().slug(), request.name());
        return database.inWorkspace(caller.workspaceId(), handle -> {
            WorkspaceView workspace = workspaces.lock(handle, caller.workspaceId());
            requireRoomFor(workspace, request.name());
            Capture capture = request.capture() == null ? workspace.capture() : request.capture();
            Domain added = new Domain(Ids.next(), request.name(), capture, distinct(request.tags()));
            List<Domain> all = new ArrayList<>(workspace.domains());
            all.add(added);
            workspaces.setDomains(handle, workspace, all);
            record(handle, caller, "domain.add", added);
            DomainAnswer answer = DomainAnswer.of(added);
            idempotency.keep(handle, Response.Status.CREATED, answer.location(), answer);
            return answer;
        });
    }

    Domain update(Caller caller, String idOrName, UpdateDomainRequest request) {
        return database.inWorkspace(caller.workspaceId(), handle -> {
            WorkspaceView workspace = workspaces.lock(handle, caller.workspaceId());
            Domain before = VisibleDomains.get(workspace, caller, idOrName);
            Domain after = new Domain(
                    before.domainId(),
                    before.name(),
                    request.capture() == null ? before.capture() : request.capture(),
                    request.tags() == null ? before.tags() : distinct(request.tags()));
            List<Domain> all = workspace.domains().stream()
                    .map(domain -> domain.equals(before) ? after : domain)
                    .toList();
            workspaces.setDomains(handle, workspace, all);
            record(handle, caller, "domain.update", after);
            return after;
        });
    }

    void delete(Caller caller, String idOrName) {
        groups.removeOfDomain(caller.workspace().slug(), get(caller, idOrName).name());
        database.useWorkspace(caller.workspaceId(), handle -> {
            WorkspaceView workspace = workspaces.lock(handle, caller.workspaceId());
            Domain deleted = VisibleDomains.get(workspace, caller, idOrName);
            List<Domain> left = workspace.domains().stream()
                    .filter(domain -> !domain.equals(deleted))
                    .toList();
            workspaces.setDomains(handle, workspace, left);
            tokens.endOfDomain(handle, caller, deleted.name());
            limits.end(handle, caller, Scope.DOMAIN, deleted.domainId().toString());
            record(handle, caller, "domain.delete", deleted);
        });
    }

    private static void requireRoomFor(WorkspaceView workspace, String name) {
        if (workspace.domains().stream().anyMatch(domain -> domain.name().equals(name))) {
            throw new ConflictProblem(
                    ProblemType.NAME_TAKEN, "There is a domain '" + name + "' already. Choose another name.");
        }
        if (workspace.domains().size() >= MOST_DOMAINS) {
            throw new ConflictProblem(
                    ProblemType.CONFLICT,
                    "A workspace has at most %d domains. Delete some, or use another workspace."
                            .formatted(MOST_DOMAINS));
        }
    }

    private void record(Handle handle, Caller caller, String action, Domain domain) {
        audit.record(
                handle,
                caller,
                caller.workspaceId(),
                action,
                "domain",
                domain.domainId(),
                Map.of("name", domain.name(), "capture", domain.capture().wireName()));
    }

    private static List<String> distinct(List<String> tags) {
        return tags.stream().distinct().toList();
    }
}

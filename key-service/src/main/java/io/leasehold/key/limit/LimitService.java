package io.leasehold.key.limit;

import io.leasehold.contracts.ProblemType;
import io.leasehold.contracts.Scope;
import io.leasehold.contracts.event.LimitsView;
import io.leasehold.key.workspace.VisibleDomains;
import io.leasehold.kit.caller.Caller;
import io.leasehold.kit.database.Database;
import io.leasehold.kit.page.Page;
import io.leasehold.kit.page.PageRequest;
import io.leasehold.kit.problem.ConflictProblem;
import io.leasehold.kit.rate.Rates;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Limits as they are configured; distribution-service enforces them. */
@ApplicationScoped
class LimitService {
    private final Database database;
    private final LimitChanges changes;
    private final Clock clock;

    LimitService(Database database, LimitChanges changes, Clock clock) {
        this.database = database;
        this.changes = changes;
        this.clock = clock;
    }

    Page<ScopeLimitsAnswer> list(Caller caller, @Nullable Scope scope, @Nullable String scopeId, PageRequest request) {
        UUID workspaceId = caller.workspaceId();
        Instant now = clock.instant();
        return database.inWorkspace(workspaceId, handle -> {
            Map<String, List<LimitRaise>> raises = RaiseStore.listOpen(handle, workspaceId, now).stream()
                    .collect(Collectors.groupingBy(raise -> position(raise.scope(), raise.scopeId())));
            return Page.of(
                            LimitStore.list(handle, workspaceId, scope, scopeId, domainIds(handle, caller), request),
                            request,
                            view -> position(view.scope(), view.scopeId()))
                    .map(view -> ScopeLimitsAnswer.of(
                            view, raises.getOrDefault(position(view.scope(), view.scopeId()), List.of()), now));
        });
    }

    /** Null where everything may be seen. */
    private static @Nullable List<String> domainIds(Handle handle, Caller caller) {
        return caller.seesAll()
                ? null
                : VisibleDomains.list(handle, caller).stream()
                        .map(domain -> domain.domainId().toString())
                        .toList();
    }

    private static String position(Scope scope, String scopeId) {
        return scope.wireName() + ":" + scopeId;
    }

    ScopeLimitsAnswer get(Caller caller, Scope scope, String scopeId) {
        return database.inWorkspace(caller.workspaceId(), handle -> {
            ScopeTarget target = ScopeTarget.find(handle, caller, scope, scopeId);
            return LimitStore.find(handle, caller.workspaceId(), scope, target.id())
                    .map(view -> answer(handle, view))
                    .orElseGet(() -> ScopeLimitsAnswer.none(scope, target.id()));
        });
    }

    private ScopeLimitsAnswer answer(Handle handle, LimitsView view) {
        Instant now = clock.instant();
        return ScopeLimitsAnswer.of(
                view, RaiseStore.listOpenOf(handle, view.workspaceId(), view.scope(), view.scopeId(), now), now);
    }

    /** @throws ConflictProblem when the limits are not at the version that the caller has read */
    ScopeLimitsAnswer set(Caller caller, Scope scope, String scopeId, SetLimitsRequest request) {
        List<LimitsView.Limit> limits = LimitRules.check(request.limits());
        return database.inWorkspace(caller.workspaceId(), handle -> {
            ScopeTarget target = ScopeTarget.find(handle, caller, scope, scopeId);
            LimitsView changed = changes.set(
                    handle,
                    caller,
                    scope,
                    target.id(),
                    limits,
                    request.rates() == null ? null : Rates.toLimits(request.rates()));
            requireFollows(request.version(), changed);
            return answer(handle, changed);
        });
    }

    /** Looked at after the change, which holds the row's lock; where it does not fit, everything is rolled back. */
    private static void requireFollows(@Nullable Long read, LimitsView changed) {
        if (read != null && changed.version() != read + 1) {
            throw new ConflictProblem(
                    ProblemType.CONFLICT,
                    "These limits were changed meanwhile. Read them again, and set them with their version %d."
                            .formatted(changed.version() - 1));
        }
    }
}

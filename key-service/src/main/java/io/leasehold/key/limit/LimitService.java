package io.leasehold.key.limit;

import io.leasehold.contracts.ProblemType;
import io.leasehold.contracts.Scope;
import io.leasehold.contracts.event.LimitsView;
import io.leasehold.kit.caller.Caller;
import io.leasehold.kit.database.Database;
import io.leasehold.kit.page.Page;
import io.leasehold.kit.page.PageRequest;
import io.leasehold.kit.problem.ConflictProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Limits as they are configured; distribution-service enforces them. */
@ApplicationScoped
class LimitService {
    private final Database database;
    private final LimitChanges changes;

    LimitService(Database database, LimitChanges changes) {
        this.database = database;
        this.changes = changes;
    }

    Page<LimitsView> list(Caller caller, @Nullable Scope scope, @Nullable String scopeId, PageRequest request) {
        UUID workspaceId = caller.workspaceId();
        return Page.of(
                database.inWorkspace(
                        workspaceId, handle -> LimitStore.list(handle, workspaceId, scope, scopeId, request)),
                request,
                view -> view.scope().wireName() + ":" + view.scopeId());
    }

    ScopeLimitsAnswer get(Caller caller, Scope scope, String scopeId) {
        return database.inWorkspace(caller.workspaceId(), handle -> {
            ScopeTarget target = ScopeTarget.find(handle, caller, scope, scopeId);
            return LimitStore.find(handle, caller.workspaceId(), scope, target.id())
                    .map(ScopeLimitsAnswer::of)
                    .orElseGet(() -> ScopeLimitsAnswer.none(scope, target.id()));
        });
    }

    /** @throws ConflictProblem when the limits are not at the version that the caller has read */
    LimitsView set(Caller caller, Scope scope, String scopeId, SetLimitsRequest request) {
        List<LimitsView.Limit> limits = LimitRules.check(request.limits());
        return database.inWorkspace(caller.workspaceId(), handle -> {
            ScopeTarget target = ScopeTarget.find(handle, caller, scope, scopeId);
            LimitsView changed = changes.set(handle, caller, scope, target.id(), limits);
            requireFollows(request.version(), changed);
            return changed;
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

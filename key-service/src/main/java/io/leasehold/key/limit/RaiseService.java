package io.leasehold.key.limit;

import io.leasehold.contracts.Scope;
import io.leasehold.contracts.event.LimitsView;
import io.leasehold.kit.caller.Caller;
import io.leasehold.kit.database.Database;
import io.leasehold.kit.id.Ids;
import io.leasehold.kit.idempotency.Idempotency;
import io.leasehold.kit.page.Page;
import io.leasehold.kit.page.PageRequest;
import io.leasehold.kit.problem.NotFoundProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Raises limits for a time, and tells who allowed that. */
@ApplicationScoped
class RaiseService {
    private final Database database;
    private final LimitChanges changes;
    private final Idempotency idempotency;
    private final Clock clock;

    RaiseService(Database database, LimitChanges changes, Idempotency idempotency, Clock clock) {
        this.database = database;
        this.changes = changes;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    Page<RaiseAnswer> list(Caller caller, Scope scope, String scopeId, PageRequest request) {
        UUID workspaceId = caller.workspaceId();
        Page<LimitRaise> raises = Page.of(
                database.inWorkspace(
                        workspaceId,
                        handle -> RaiseStore.list(
                                handle, workspaceId, ScopeTarget.find(handle, caller, scope, scopeId), request)),
                request,
                raise -> raise.raiseId().toString());
        Instant now = clock.instant();
        return raises.map(raise -> RaiseAnswer.of(raise, now));
    }

    RaiseAnswer get(Caller caller, Scope scope, String scopeId, UUID raiseId) {
        return database.inWorkspace(
                caller.workspaceId(),
                handle -> RaiseAnswer.of(
                        find(handle, caller, ScopeTarget.find(handle, caller, scope, scopeId), raiseId),
                        clock.instant()));
    }

    LimitRaise add(Caller caller, Scope scope, String scopeId, RaiseRequest request) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        RaiseRules.check(request, now);
        BigDecimal amount = LimitRules.amount("amount", request.amount());
        return database.inWorkspace(caller.workspaceId(), handle -> {
            ScopeTarget target = ScopeTarget.find(handle, caller, scope, scopeId);
            LimitsView locked = changes.touch(handle, caller, target);
            RaiseRules.requireRaisable(request, locked.limits(), locked.raises().size());
            LimitRaise raise = new LimitRaise(
                    caller.workspaceId(),
                    target.scope(),
                    target.id(),
                    Ids.next(),
                    request.period(),
                    amount,
                    request.reason(),
                    request.approver(),
                    caller.name(),
                    now,
                    RaiseRules.startOf(request, now),
                    RaiseRules.endOf(request),
                    null,
                    null);
            RaiseStore.add(handle, raise);
            changes.tellOfRaise(handle, caller, "limits.raise", locked, raise);
            idempotency.keep(handle, Response.Status.CREATED, RaiseAnswer.location(raise), RaiseAnswer.of(raise, now));
            return raise;
        });
    }

    /** Ends a raise before its time; one that is over already is told as it is. */
    RaiseAnswer end(Caller caller, Scope scope, String scopeId, UUID raiseId) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return database.inWorkspace(caller.workspaceId(), handle -> {
            ScopeTarget target = ScopeTarget.find(handle, caller, scope, scopeId);
            LimitRaise known = find(handle, caller, target, raiseId);
            if (known.endedAt() == null && now.isBefore(known.endsAt())) {
                LimitsView locked = changes.touch(handle, caller, target);
                RaiseStore.end(handle, known, now, caller.name());
                changes.tellOfRaise(handle, caller, "limits.raise.end", locked, known);
            }
            return RaiseAnswer.of(find(handle, caller, target, raiseId), now);
        });
    }

    RaiseAnswer answer(LimitRaise raise) {
        return RaiseAnswer.of(raise, raise.createdAt());
    }

    private static LimitRaise find(Handle handle, Caller caller, ScopeTarget target, UUID raiseId) {
        return RaiseStore.find(handle, caller.workspaceId(), target, raiseId)
                .orElseThrow(() -> new NotFoundProblem("raise", raiseId));
    }
}

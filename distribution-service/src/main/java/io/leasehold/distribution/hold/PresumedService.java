package io.leasehold.distribution.hold;

import io.leasehold.contracts.Period;
import io.leasehold.contracts.ProblemType;
import io.leasehold.contracts.Scope;
import io.leasehold.contracts.hold.WindowKey;
import io.leasehold.distribution.limit.LimitStore;
import io.leasehold.distribution.limit.ScopeKey;
import io.leasehold.distribution.limit.ScopeLimits;
import io.leasehold.distribution.limit.Usd;
import io.leasehold.distribution.spend.SpendWindowStore;
import io.leasehold.distribution.spend.Window;
import io.leasehold.kit.audit.Audit;
import io.leasehold.kit.caller.Caller;
import io.leasehold.kit.database.Database;
import io.leasehold.kit.problem.ConflictProblem;
import io.leasehold.kit.problem.NotFoundProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Takes down what is presumed spent, where a person knows that it was not; but not what a gateway may still be spending that
 * is only cut off.
 */
@ApplicationScoped
class PresumedService {
    private final Database database;
    private final HoldConfig config;
    private final Audit audit;
    private final Clock clock;

    PresumedService(Database database, HoldConfig config, Audit audit, Clock clock) {
        this.database = database;
        this.config = config;
        this.audit = audit;
        this.clock = clock;
    }

    /** Can be repeated: what isn't presumed any more can't be released. As the system, since replicas belong to no workspace. */
    PresumedReleasedAnswer release(Caller caller, ScopeKey scope, ReleasePresumedRequest request) {
        return database.asSystem(handle -> {
            WindowKey window = key(handle, scope, request.period(), request.windowStart());
            WindowBooks books = lock(handle, window);
            WindowBook book = books.find(window).orElseThrow(() -> unknown(window));
            BigDecimal presumed = book.window().balance().presumed();
            BigDecimal released = book.release(request.amount() == null ? presumed : request.amount());
            if (released.signum() == 0 && presumed.signum() > 0) {
                throw tooEarly();
            }
            books.save(handle);
            record(handle, caller, window, released, request.reason());
            return PresumedReleasedAnswer.of(window, released, presumed.subtract(released));
        });
    }

    private ConflictProblem tooEarly() {
        return new ConflictProblem(
                ProblemType.WRONG_STATE,
                "The gateway that had this set aside may only be cut off, and still be spending it. Ask again in "
                        + HoldConfig.silence(config).toMinutes() + " minutes.");
    }

    private WindowKey key(Handle handle, ScopeKey scope, Period period, @Nullable Instant start) {
        if (start != null) {
            return new WindowKey(scope.workspaceId(), scope.scope(), scope.scopeId(), period, start);
        }
        if (scope.scope() == Scope.LEASE) {
            return new WindowKey(scope.workspaceId(), scope.scope(), scope.scopeId(), Period.LEASE, Instant.EPOCH);
        }
        ScopeLimits limits = LimitStore.find(handle, List.of(scope)).getOrDefault(scope, ScopeLimits.NONE);
        return Window.of(scope, period, limits, clock.instant()).key();
    }

    /** First the window, as its lock is that of its holds too; only then is it known which those are. */
    private WindowBooks lock(Handle handle, WindowKey window) {
        SpendWindowStore.lock(handle, List.of(window));
        Set<UUID> gone = new HashSet<>(HoldStore.goneReplicas(handle, List.of(window), HoldConfig.silence(config)));
        gone.addAll(HoldStore.endedLeases(handle, List.of(window)));
        return WindowBooks.lock(handle, List.of(window), gone);
    }

    private void record(Handle handle, Caller caller, WindowKey window, BigDecimal released, String reason) {
        audit.record(
                handle,
                caller,
                window.workspaceId(),
                "spend.release",
                window.scope().wireName(),
                window.scopeId(),
                Map.of(
                        "period", window.period().wireName(),
                        "window_start", window.windowStart().toString(),
                        "released", Usd.plain(released).toPlainString(),
                        "reason", reason));
    }

    private static NotFoundProblem unknown(WindowKey window) {
        return new NotFoundProblem("window of " + window.scope().wireName(), window.scopeId());
    }
}

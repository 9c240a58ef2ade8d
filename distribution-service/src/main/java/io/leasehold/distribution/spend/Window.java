package io.leasehold.distribution.spend;

import io.leasehold.contracts.Period;
import io.leasehold.contracts.Scope;
import io.leasehold.contracts.hold.WindowKey;
import io.leasehold.distribution.limit.LeaseLimit;
import io.leasehold.distribution.limit.PeriodBounds;
import io.leasehold.distribution.limit.ScopeKey;
import io.leasehold.distribution.limit.ScopeLimits;
import io.leasehold.distribution.limit.Usd;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A window as it should be now, whether or not anything was spent in it yet.
 *
 * @param end null for periods that never reset
 * @param limit in USD; null means none
 * @param limitVersion tells a newer limit from an older one
 */
public record Window(
        WindowKey key, @Nullable Instant end, @Nullable BigDecimal limit, long limitVersion) {
    public Window {
        limit = Usd.plainOrNull(limit);
    }

    ScopeKey scope() {
        return new ScopeKey(key.workspaceId(), key.scope(), key.scopeId());
    }

    /** The window of a period that an instant falls into. */
    public static Window of(ScopeKey scope, Period period, ScopeLimits limits, Instant at) {
        PeriodBounds bounds = PeriodBounds.containing(period, limits.zone(period), at);
        WindowKey key = new WindowKey(scope.workspaceId(), scope.scope(), scope.scopeId(), period, bounds.start());
        return new Window(key, bounds.end(), limits.amount(period), limits.version(period));
    }

    /** The one window of a lease. */
    public static Window of(LeaseLimit lease) {
        WindowKey key = new WindowKey(
                lease.workspaceId(), Scope.LEASE, lease.leaseId().toString(), Period.LEASE, Instant.EPOCH);
        return new Window(key, null, lease.amount(), 0);
    }

    /** Every window in which an instant's spend counts. */
    public static List<Window> all(ScopeKey scope, ScopeLimits limits, Instant at) {
        return ScopeLimits.PERIODS.stream()
                .map(period -> of(scope, period, limits, at))
                .toList();
    }
}

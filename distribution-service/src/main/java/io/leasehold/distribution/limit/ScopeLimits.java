package io.leasehold.distribution.limit;

import io.leasehold.contracts.Period;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All limits of one scope. A period without one is counted all the same, in UTC. */
public record ScopeLimits(Map<Period, SpendLimit> byPeriod) {
    /** The periods in which every scope but a lease is counted. */
    public static final List<Period> PERIODS = List.of(Period.DAY, Period.MONTH, Period.TOTAL);

    public static final ScopeLimits NONE = new ScopeLimits(Map.of());

    static ScopeLimits of(List<SpendLimit> limits) {
        Map<Period, SpendLimit> byPeriod = new EnumMap<>(Period.class);
        limits.forEach(limit -> byPeriod.put(limit.period(), limit));
        return new ScopeLimits(byPeriod);
    }

    /** In USD; null when the period has no limit. */
    public @Nullable BigDecimal amount(Period period) {
        SpendLimit limit = byPeriod.get(period);
        return limit == null ? null : limit.amount();
    }

    /** Tells a newer limit from an older one; 0 when the scope was never limited. */
    public long version(Period period) {
        SpendLimit limit = byPeriod.get(period);
        return limit == null ? 0 : limit.version();
    }

    /** Whether money may still be held in windows of the zone before, which overlap with those of the zone now. */
    public boolean isMoving(Period period, Instant at) {
        SpendLimit limit = byPeriod.get(period);
        Instant until = limit == null ? null : limit.movedUntil();
        return until != null && at.isBefore(until);
    }

    /** Whether a raise may be in force then; one may have ended before, or be yet to begin. */
    public boolean mayBeRaised(Period period, Instant at) {
        SpendLimit limit = byPeriod.get(period);
        Instant until = limit == null ? null : limit.raisedUntil();
        return until != null && at.isBefore(until);
    }

    public ZoneId zone(Period period) {
        SpendLimit limit = byPeriod.get(period);
        return limit == null || limit.amount() == null ? ZoneOffset.UTC : limit.zone();
    }
}

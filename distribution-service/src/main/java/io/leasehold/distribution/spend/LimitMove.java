package io.leasehold.distribution.spend;

import io.leasehold.contracts.Period;
import io.leasehold.contracts.hold.WindowKey;
import io.leasehold.distribution.limit.PeriodBounds;
import io.leasehold.distribution.limit.ScopeKey;
import io.leasehold.distribution.limit.ScopeLimits;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A scope's days or months begin in another zone from now on.
 *
 * @param from the window that was counted until now
 * @param zone where they begin now
 * @param overlapUntil until when windows of both zones overlap; null where nothing can be held in those before, as there was
 *     no limit
 */
record LimitMove(
        ScopeKey scope,
        Period period,
        Window from,
        ZoneId zone,
        @Nullable Instant overlapUntil) {

    static List<LimitMove> between(Map<ScopeKey, ScopeLimits> before, Map<ScopeKey, ScopeLimits> after, Instant now) {
        List<LimitMove> moves = new ArrayList<>();
        after.forEach((scope, limits) -> {
            ScopeLimits old = before.getOrDefault(scope, ScopeLimits.NONE);
            for (Period period : List.of(Period.DAY, Period.MONTH)) {
                if (!old.zone(period).equals(limits.zone(period))) {
                    moves.add(of(scope, period, old, limits, now));
                }
            }
        });
        return moves;
    }

    private static LimitMove of(ScopeKey scope, Period period, ScopeLimits old, ScopeLimits limits, Instant now) {
        Window from = Window.of(scope, period, old, now);
        ZoneId zone = limits.zone(period);
        Instant overlapUntil = old.amount(period) == null ? null : endAt(period, zone, from.end());
        return new LimitMove(scope, period, from, zone, overlapUntil);
    }

    boolean concerns(WindowKey window) {
        return window.period() == period && ScopeKey.of(window).equals(scope);
    }

    /** Whether a window is one of those that are counted from now on. */
    boolean counts(WindowKey window) {
        Instant start = window.windowStart();
        return PeriodBounds.containing(period, zone, start).start().equals(start);
    }

    /** When the window ends in which another one does. */
    private static @Nullable Instant endAt(Period period, ZoneId zone, @Nullable Instant otherEnd) {
        return otherEnd == null
                ? null
                : PeriodBounds.containing(period, zone, otherEnd).end();
    }
}

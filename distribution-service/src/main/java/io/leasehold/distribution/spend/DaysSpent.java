package io.leasehold.distribution.spend;

import io.leasehold.contracts.Period;
import io.leasehold.distribution.limit.PeriodBounds;
import io.leasehold.distribution.limit.ScopeKey;
import io.leasehold.kit.database.Rows;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** What a scope spent within a time, by its windows of whole days: never more than it was, and quick however much there was. */
public final class DaysSpent {
    private DaysSpent() {}

    private record Day(Instant start, Instant end, BigDecimal spent) {}

    /**
     * @param tail what was admitted last of that time is left out
     * @return in USD; what was spent on days that are not within the time as a whole is left out
     */
    public static BigDecimal within(Handle handle, ScopeKey scope, Instant from, Instant until, Duration tail) {
        BigDecimal sum = BigDecimal.ZERO;
        Instant counted = from;
        for (Day day : list(handle, scope, from, until)) {
            // Days of two zones overlap where the limit has moved.
            if (!day.start().isBefore(counted)) {
                sum = sum.add(day.spent());
                counted = day.end();
            }
        }
        BigDecimal last = LedgerStore.sum(handle, scope, new PeriodBounds(until.minus(tail), until));
        return sum.subtract(last).max(BigDecimal.ZERO);
    }

    private static List<Day> list(Handle handle, ScopeKey scope, Instant from, Instant until) {
        return handle.createQuery("""
                        select window_start as start, window_end as "end", spent from spend_window
                        where workspace_id = :workspaceId and scope = :scope and scope_id = :scopeId and period = :period
                          and window_start >= :from and window_end <= :until
                        order by window_start, window_end
                        """)
                .bindMethods(scope)
                .bind("period", Period.DAY)
                .bind("from", from)
                .bind("until", until)
                .map(Rows.of(Day.class))
                .list();
    }
}

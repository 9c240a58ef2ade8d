package io.leasehold.distribution.limit;

import io.leasehold.contracts.Period;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * The period that contains an instant, {@code [start, end)}.
 *
 * @param start the epoch for periods that never reset
 * @param end null for periods that never reset
 */
public record PeriodBounds(Instant start, @Nullable Instant end) {
    private static final PeriodBounds ENDLESS = new PeriodBounds(Instant.EPOCH, null);

    /** Days and months begin with the first instant of the date in that zone, which need not be midnight. */
    public static PeriodBounds containing(Period period, ZoneId zone, Instant at) {
        LocalDate date = at.atZone(zone).toLocalDate();
        return switch (period) {
            case DAY -> between(date, date.plusDays(1), zone);
            case MONTH -> between(date.withDayOfMonth(1), date.withDayOfMonth(1).plusMonths(1), zone);
            case LEASE, TOTAL -> ENDLESS;
        };
    }

    private static PeriodBounds between(LocalDate from, LocalDate to, ZoneId zone) {
        return new PeriodBounds(
                from.atStartOfDay(zone).toInstant(), to.atStartOfDay(zone).toInstant());
    }
}

package io.leasehold.distribution.direct;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What a provider reported that a key has cost on a day.
 *
 * @param day when it began, in UTC
 * @param asOf how fresh that was; it may be later than the day's end
 * @param amount in USD, of the day until then
 */
record BillReading(Instant day, Instant asOf, BigDecimal amount) {
    private static final Duration DAY = Duration.ofDays(1);

    static Instant dayOf(Instant at) {
        return at.truncatedTo(ChronoUnit.DAYS);
    }

    /** The time until which it tells what was spent: never out of its day. */
    Instant until() {
        Instant end = day.plus(DAY);
        if (asOf.isAfter(end)) {
            return end;
        }
        return asOf.isBefore(day) ? day : asOf;
    }
}

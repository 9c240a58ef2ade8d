package io.leasehold.analytics.credit;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/** Days in UTC, and which of them are billed for good. */
final class BilledDays {
    private static final Duration DAY = Duration.ofDays(1);

    private BilledDays() {}

    /** The beginning of the day. */
    static Instant startOf(Instant time) {
        return time.truncatedTo(ChronoUnit.DAYS);
    }

    /** The beginning of the first day that begins no earlier. */
    static Instant startAfter(Instant time) {
        Instant start = startOf(time);
        return start.equals(time) ? start : start.plus(DAY);
    }

    /**
     * Where days without a gap begin that end with the last one.
     *
     * @param days the beginnings of those that are billed
     * @param notBefore nothing earlier is of use
     * @return empty where the last day itself is not billed
     */
    static Optional<Instant> runUntil(Instant end, Collection<Instant> days, Instant notBefore) {
        Set<Instant> billed = Set.copyOf(days);
        Instant start = end;
        while (!start.minus(DAY).isBefore(notBefore) && billed.contains(start.minus(DAY))) {
            start = start.minus(DAY);
        }
        return start.isBefore(end) ? Optional.of(start) : Optional.empty();
    }
}

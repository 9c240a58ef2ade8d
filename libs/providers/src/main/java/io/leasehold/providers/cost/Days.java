package io.leasehold.providers.cost;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Whole UTC days, the grain of providers' bills.
 *
 * @param to exclusive, after {@code from}
 */
public record Days(LocalDate from, LocalDate to) {

    public Days {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("An interval must not be empty.");
        }
    }

    /** The days that an interval touches. */
    public static Days around(Instant from, Instant to) {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("An interval must not be empty.");
        }
        LocalDate last = to.minusNanos(1).atOffset(ZoneOffset.UTC).toLocalDate();
        return new Days(from.atOffset(ZoneOffset.UTC).toLocalDate(), last.plusDays(1));
    }

    public Instant start() {
        return from.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    public Instant end() {
        return to.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** Each day, oldest first. */
    public List<LocalDate> each() {
        return from.datesUntil(to).toList();
    }

    /** The same days in parts of at most so many. */
    public List<Days> inPartsOf(int most) {
        long count = ChronoUnit.DAYS.between(from, to);
        return LongStream.iterate(0, start -> start < count, start -> start + most)
                .mapToObj(start -> new Days(from.plusDays(start), from.plusDays(Math.min(count, start + most))))
                .toList();
    }
}

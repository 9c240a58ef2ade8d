package io.leasehold.analytics.range;

import io.leasehold.kit.problem.InvalidRequestProblem;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The time that a caller asks about, widened to whole quarters of an hour.
 *
 * @param from inclusive
 * @param to exclusive
 */
public record TimeRange(Instant from, Instant to) {
    private static final Duration DEFAULT = Duration.ofHours(24);
    private static final Duration LONGEST = Duration.ofDays(400);
    /** Since then every zone's offset is a whole number of quarters of an hour. */
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

    /** As it comes from the query; without {@code to} it ends now, without {@code from} it lasts 24 hours. */
    public static TimeRange of(@Nullable Instant from, @Nullable Instant to, Instant now) {
        Instant end = to == null ? now : to;
        requireThinkable("to", end);
        return of(from == null ? end.minus(DEFAULT) : from, end);
    }

    /** Widens to whole quarters of an hour. */
    public static TimeRange of(Instant begin, Instant end) {
        requireThinkable("from", begin);
        requireThinkable("to", end);
        if (!begin.isBefore(end)) {
            throw new InvalidRequestProblem("from", "must be before 'to', which is " + end);
        }
        if (Duration.between(begin, end).compareTo(LONGEST) > 0) {
            throw new InvalidRequestProblem("from", "is more than 400 days before 'to'; ask for less at a time");
        }
        return new TimeRange(QuarterHour.of(begin), QuarterHour.notBefore(end));
    }

    public Duration length() {
        return Duration.between(from, to);
    }

    /** The range of the same length that ends where this one begins. */
    public TimeRange previous() {
        return new TimeRange(from.minus(length()), from);
    }

    /** Whether anything can have happened then. Times far beyond don't even fit in a query. */
    public static boolean isThinkable(Instant time) {
        return !time.isBefore(EARLIEST) && !time.isAfter(LATEST);
    }

    private static void requireThinkable(String field, Instant time) {
        if (!isThinkable(time)) {
            throw new InvalidRequestProblem(field, "must be between the years 2000 and 2100");
        }
    }
}

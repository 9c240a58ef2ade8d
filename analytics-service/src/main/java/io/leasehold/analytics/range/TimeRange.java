package io.leasehold.analytics.range;

import io.leasehold.kit.problem.InvalidRequestProblem;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
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

    /** As it comes from the query; without {@code to} it ends now, without {@code from} it lasts 24 hours. */
    public static TimeRange of(@Nullable String from, @Nullable String to, Instant now) {
        Instant end = to == null ? now : parse("to", to);
        Instant begin = from == null ? end.minus(DEFAULT) : parse("from", from);
        return of(begin, end);
    }

    /** Widens to whole quarters of an hour. */
    public static TimeRange of(Instant begin, Instant end) {
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

    private static Instant parse(String field, String value) {
        try {
            return Instant.parse(value);
        } catch (DateTimeParseException malformed) {
            throw new InvalidRequestProblem(field, "is not a time; write it as 2026-11-20T10:00:00Z");
        }
    }
}

package io.leasehold.collector.cost;

import io.leasehold.kit.problem.InvalidRequestProblem;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The time that a caller asks about.
 *
 * @param from inclusive
 * @param to exclusive
 */
public record CostRange(Instant from, Instant to) {
    private static final Duration DEFAULT = Duration.ofHours(24);
    private static final Duration LONGEST = Duration.ofDays(400);
    /** Nothing was charged before or will have been after; times far beyond don't even fit in a query. */
    static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

    /** As it comes from the query; without {@code to} it ends now, without {@code from} it lasts 24 hours. */
    public static CostRange of(@Nullable Instant from, @Nullable Instant to, Instant now) {
        Instant end = thinkable("to", to == null ? now : to);
        Instant begin = thinkable("from", from == null ? end.minus(DEFAULT) : from);
        if (!begin.isBefore(end)) {
            throw new InvalidRequestProblem("from", "must be before 'to', which is " + end);
        }
        if (Duration.between(begin, end).compareTo(LONGEST) > 0) {
            throw new InvalidRequestProblem("from", "is more than 400 days before 'to'; ask for less at a time");
        }
        return new CostRange(begin, end);
    }

    public static boolean isThinkable(Instant time) {
        return !time.isBefore(EARLIEST) && !time.isAfter(LATEST);
    }

    private static Instant thinkable(String field, Instant time) {
        if (!isThinkable(time)) {
            throw new InvalidRequestProblem(field, "must be between the years 2000 and 2100");
        }
        return time;
    }
}

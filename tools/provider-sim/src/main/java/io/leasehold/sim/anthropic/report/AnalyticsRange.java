package io.leasehold.sim.anthropic.report;

import io.leasehold.sim.http.InvalidRequest;
import io.leasehold.sim.http.Query;
import io.leasehold.sim.report.BucketWidth;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The range of an analytics report.
 *
 * @param width null for one aggregate over the whole range, which is then rounded to the hour
 */
record AnalyticsRange(Instant from, Instant to, @Nullable BucketWidth width) {
    private static final Duration LONGEST = Duration.ofDays(31);
    private static final Duration LONGEST_BY_MINUTE = Duration.ofHours(24);
    private static final Duration FURTHEST_BACK = Duration.ofDays(365);
    private static final Instant FIRST_DAY = Instant.parse("2026-01-01T00:00:00Z");

    static AnalyticsRange of(Query query, Instant now) {
        Instant from = query.requiredInstant("starting_at");
        Optional<Instant> to = query.instant("ending_at");
        BucketWidth width = query.one("time_bucket_width")
                .map(name -> BucketWidth.of("time_bucket_width", name))
                .orElse(null);
        if (width != null && to.isEmpty()) {
            throw new InvalidRequest("ending_at: required when time_bucket_width is set");
        }
        AnalyticsRange asked = new AnalyticsRange(from, to.orElseGet(() -> earlier(now, from.plus(LONGEST))), width);
        asked.requireAllowed(now);
        return asked.rounded();
    }

    boolean holds(Instant time) {
        return !time.isBefore(from) && time.isBefore(to);
    }

    /** Start of the bucket of a time; of the range where there are no buckets. */
    Instant bucketStart(Instant time) {
        return width == null ? from : width.startOf(time);
    }

    Instant bucketEnd(Instant bucketStart) {
        return width == null ? to : width.plus(bucketStart, 1);
    }

    private AnalyticsRange rounded() {
        BucketWidth grid = width == null ? BucketWidth.HOUR : width;
        Instant end = grid.startOf(to);
        return new AnalyticsRange(grid.startOf(from), end.equals(to) ? end : grid.plus(end, 1), width);
    }

    private void requireAllowed(Instant now) {
        if (!to.isAfter(from)) {
            throw new InvalidRequest("ending_at: must be after starting_at");
        }
        if (from.isBefore(now.minus(FURTHEST_BACK).truncatedTo(ChronoUnit.DAYS))) {
            throw new InvalidRequest("starting_at: must lie within the last 365 days");
        }
        if (from.isBefore(FIRST_DAY)) {
            throw new InvalidRequest("starting_at: must not be before " + FIRST_DAY);
        }
        Duration longest = width == BucketWidth.MINUTE ? LONGEST_BY_MINUTE : LONGEST;
        if (Duration.between(from, to).compareTo(longest) > 0) {
            throw new InvalidRequest("ending_at: the range may be at most " + longest.toHours() + " hours");
        }
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}

package io.leasehold.sim.anthropic.report;

import io.leasehold.sim.http.InvalidRequest;
import io.leasehold.sim.http.Query;
import java.time.Instant;
import java.util.Optional;

/**
 * The buckets of one page, oldest first, in UTC.
 *
 * @param first start of the first bucket
 * @param end of the whole range that was asked for, excluded
 */
record BucketPage(BucketWidth width, Instant first, Instant end, int limit) {

    /** Reads {@code starting_at}, {@code ending_at}, {@code limit} and {@code page}. */
    static BucketPage of(Query query, BucketWidth width, Instant now) {
        Instant from = query.requiredInstant("starting_at");
        Instant end = query.instant("ending_at").orElse(now);
        if (query.one("ending_at").isPresent() && !end.isAfter(from)) {
            throw new InvalidRequest("ending_at: must be after starting_at");
        }
        int limit = query.number("limit", width.usualPage(), 1, width.largestPage());
        Instant first = query.one("page").map(PageToken::instant).orElse(width.startOf(from));
        return new BucketPage(width, first, end, limit);
    }

    int size() {
        return Math.toIntExact(Math.min(limit, remaining()));
    }

    Instant start(int index) {
        return width.plus(first, index);
    }

    /** The bucket that holds a time; empty outside of the page. */
    Optional<Integer> indexOf(Instant time) {
        if (time.isBefore(first) || !time.isBefore(start(size()))) {
            return Optional.empty();
        }
        return Optional.of(Math.toIntExact(width.between(first, time)));
    }

    Optional<Instant> next() {
        return remaining() > limit ? Optional.of(start(limit)) : Optional.empty();
    }

    /** Buckets from the first to the one in which the range ends. */
    private long remaining() {
        if (!first.isBefore(end)) {
            return 0;
        }
        long whole = width.between(first, end);
        return width.plus(first, whole).isBefore(end) ? whole + 1 : whole;
    }
}

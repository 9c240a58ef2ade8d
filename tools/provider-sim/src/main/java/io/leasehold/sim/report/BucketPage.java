package io.leasehold.sim.report;

import io.leasehold.sim.http.Query;
import java.time.Instant;
import java.util.Optional;

/**
 * The buckets of one page, oldest first, in UTC.
 *
 * @param first start of the first bucket
 * @param end of the whole range that was asked for, excluded
 */
public record BucketPage(BucketWidth width, Instant first, Instant end, int limit) {

    /**
     * Reads {@code limit} and {@code page}.
     *
     * @param from what was asked for; the bucket that holds it is the first
     * @param end of what was asked for, excluded
     */
    public static BucketPage of(Query query, BucketWidth width, Instant from, Instant end) {
        return of(query, width, width.largestPage(), from, end);
    }

    /** @param most buckets that a page may have */
    public static BucketPage of(Query query, BucketWidth width, int most, Instant from, Instant end) {
        int limit = query.number("limit", width.usualPage(), 1, most);
        Instant first = query.one("page").map(PageToken::instant).orElse(width.startOf(from));
        return new BucketPage(width, first, end, limit);
    }

    public int size() {
        return Math.toIntExact(Math.min(limit, remaining()));
    }

    public Instant start(int index) {
        return width.plus(first, index);
    }

    /** The bucket that holds a time; empty outside of the page. */
    public Optional<Integer> indexOf(Instant time) {
        if (time.isBefore(first) || !time.isBefore(start(size()))) {
            return Optional.empty();
        }
        return Optional.of(Math.toIntExact(width.between(first, time)));
    }

    public Optional<Instant> next() {
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

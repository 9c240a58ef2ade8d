package io.leasehold.analytics.rollup;

import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Latencies counted in buckets whose bounds grow by a fixed ratio (DDSketch), so that every quantile is within 1 % of the
 * true one. Sketches add and subtract bucket by bucket, in any order and with the same result. Immutable.
 */
public final class LatencySketch {
    private static final double ACCURACY = 0.01;
    private static final double RATIO = (1 + ACCURACY) / (1 - ACCURACY);
    private static final double LOG_RATIO = Math.log(RATIO);

    public static final LatencySketch EMPTY = new LatencySketch(new TreeMap<>());

    private final NavigableMap<Integer, Long> counts;

    private LatencySketch(NavigableMap<Integer, Long> counts) {
        this.counts = counts;
    }

    /** A sketch of one value; everything below a microsecond counts as one. */
    public static LatencySketch of(long micros) {
        int bucket = (int) Math.ceil(Math.log((double) Math.max(1, micros)) / LOG_RATIO);
        return new LatencySketch(new TreeMap<>(Map.of(bucket, 1L)));
    }

    /** @param counts by bucket, as they are stored */
    public static LatencySketch ofCounts(Map<Integer, Long> counts) {
        return new LatencySketch(new TreeMap<>(counts));
    }

    public LatencySketch plus(LatencySketch other) {
        TreeMap<Integer, Long> sum = new TreeMap<>(counts);
        other.counts.forEach((bucket, count) -> {
            long total = sum.getOrDefault(bucket, 0L) + count;
            if (total == 0) {
                sum.remove(bucket);
            } else {
                sum.put(bucket, total);
            }
        });
        return new LatencySketch(sum);
    }

    /** What takes this one away when it is added. */
    public LatencySketch negated() {
        TreeMap<Integer, Long> negated = new TreeMap<>();
        counts.forEach((bucket, count) -> negated.put(bucket, -count));
        return new LatencySketch(negated);
    }

    /**
     * @param share from 0 to 1, such as 0.95
     * @return microseconds; empty for an empty sketch
     */
    public OptionalDouble quantile(double share) {
        long total = counts.values().stream().mapToLong(Long::longValue).sum();
        if (total <= 0) {
            return OptionalDouble.empty();
        }
        double rank = share * (total - 1);
        long seen = 0;
        for (Map.Entry<Integer, Long> bucket : counts.entrySet()) {
            seen += bucket.getValue();
            if (seen > rank) {
                return OptionalDouble.of(middleOf(bucket.getKey()));
            }
        }
        return OptionalDouble.of(middleOf(counts.lastKey()));
    }

    /** The value that is within the accuracy of every other one in the bucket. */
    private static double middleOf(int bucket) {
        return 2 * Math.pow(RATIO, bucket) / (RATIO + 1);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LatencySketch sketch && sketch.counts.equals(counts);
    }

    @Override
    public int hashCode() {
        return counts.hashCode();
    }

    /** How it is stored: bucket, count, bucket, count, and so on, ordered by bucket, as a PostgreSQL array literal. */
    @Override
    public String toString() {
        return counts.entrySet().stream()
                .map(bucket -> bucket.getKey() + "," + bucket.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }
}

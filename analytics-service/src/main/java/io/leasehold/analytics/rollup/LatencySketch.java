package io.leasehold.analytics.rollup;

import java.util.ArrayList;
import java.util.List;
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

    private final NavigableMap<Integer, Integer> counts;

    private LatencySketch(NavigableMap<Integer, Integer> counts) {
        this.counts = counts;
    }

    /** A sketch of one value; everything below a microsecond counts as one. */
    public static LatencySketch of(long micros) {
        int bucket = (int) Math.ceil(Math.log((double) Math.max(1, micros)) / LOG_RATIO);
        return new LatencySketch(new TreeMap<>(Map.of(bucket, 1)));
    }

    /** Reads what {@link #toPairs} gave. */
    public static LatencySketch ofPairs(List<Integer> pairs) {
        TreeMap<Integer, Integer> counts = new TreeMap<>();
        for (int i = 0; i < pairs.size(); i += 2) {
            counts.put(pairs.get(i), pairs.get(i + 1));
        }
        return new LatencySketch(counts);
    }

    /** Bucket, count, bucket, count, and so on, ordered by bucket; how it is stored. */
    public List<Integer> toPairs() {
        List<Integer> pairs = new ArrayList<>(counts.size() * 2);
        counts.forEach((bucket, count) -> {
            pairs.add(bucket);
            pairs.add(count);
        });
        return pairs;
    }

    public LatencySketch plus(LatencySketch other) {
        TreeMap<Integer, Integer> sum = new TreeMap<>(counts);
        other.counts.forEach((bucket, count) -> {
            int total = sum.getOrDefault(bucket, 0) + count;
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
        TreeMap<Integer, Integer> negated = new TreeMap<>();
        counts.forEach((bucket, count) -> negated.put(bucket, -count));
        return new LatencySketch(negated);
    }

    /**
     * @param share from 0 to 1, such as 0.95
     * @return microseconds; empty for an empty sketch
     */
    public OptionalDouble quantile(double share) {
        long total = counts.values().stream().mapToLong(Integer::longValue).sum();
        if (total <= 0) {
            return OptionalDouble.empty();
        }
        double rank = share * (total - 1);
        long seen = 0;
        for (Map.Entry<Integer, Integer> bucket : counts.entrySet()) {
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

    /** As a PostgreSQL array literal. */
    @Override
    public String toString() {
        return toPairs().stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
    }
}

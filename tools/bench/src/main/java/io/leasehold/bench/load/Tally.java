package io.leasehold.bench.load;

import io.leasehold.bench.load.Outcome.Percentiles;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** Counts one round's answers, from any number of event loops. */
final class Tally {
    private static final int SIGNIFICANT_DIGITS = 3;

    private final Histogram latencies = new ConcurrentHistogram(SIGNIFICANT_DIGITS);
    private final Histogram firstBytes = new ConcurrentHistogram(SIGNIFICANT_DIGITS);
    private final Map<Integer, Failures> failures = new ConcurrentHashMap<>();
    private final LongAdder passed = new LongAdder();
    private final AtomicInteger underWay = new AtomicInteger();
    private final LongAccumulator mostAtATime = new LongAccumulator(Math::max, 0);
    private final long began = System.nanoTime();
    private final AtomicLong ended = new AtomicLong(began);

    private record Failures(LongAdder count, String example) {}

    /** Before a request is sent. */
    void begun() {
        mostAtATime.accumulate(underWay.incrementAndGet());
    }

    /** @param since when it was sent, or should have been; of {@link System#nanoTime} */
    void count(Answer answer, long since) {
        long now = System.nanoTime();
        if (passes(answer, now)) {
            latencies.recordValue(now - since);
            firstBytes.recordValue(Math.max(0, answer.firstByteAt() - since));
        }
    }

    /** An answer whose times tell nothing yet. */
    void countUntimed(Answer answer) {
        passes(answer, System.nanoTime());
    }

    private boolean passes(Answer answer, long now) {
        underWay.decrementAndGet();
        ended.set(now);
        if (answer.isSuccess()) {
            passed.increment();
            return true;
        }
        failures.computeIfAbsent(answer.status(), status -> new Failures(new LongAdder(), answer.text()))
                .count()
                .increment();
        return false;
    }

    /** What the round came to, once every answer is there. */
    Outcome outcome() {
        return outcome(0);
    }

    /** @param unsent requests that were not sent any more */
    Outcome outcome(long unsent) {
        return new Outcome(
                passed.sum(),
                Duration.ofNanos(ended.get() - began),
                percentiles(latencies),
                percentiles(firstBytes),
                mostAtATime.intValue(),
                failures.entrySet().stream()
                        .map(entry -> new Outcome.Failure(
                                entry.getKey(),
                                entry.getValue().count().sum(),
                                entry.getValue().example()))
                        .collect(Collectors.toUnmodifiableList()),
                unsent);
    }

    private static Percentiles percentiles(Histogram times) {
        return new Percentiles(
                Duration.ofNanos(times.getValueAtPercentile(50)), Duration.ofNanos(times.getValueAtPercentile(99)));
    }
}

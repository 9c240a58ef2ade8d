package io.leasehold.bench.load;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** Counts one round's answers, from any number of event loops. */
final class Tally {
    private static final int SIGNIFICANT_DIGITS = 3;

    private final Histogram latencies = new ConcurrentHistogram(SIGNIFICANT_DIGITS);
    private final Map<Integer, Failures> failures = new ConcurrentHashMap<>();
    private final long began = System.nanoTime();
    private final AtomicLong ended = new AtomicLong(began);

    private record Failures(LongAdder count, String example) {}

    /** @param since when it was sent, or should have been; of {@link System#nanoTime} */
    void count(Answer answer, long since) {
        long now = System.nanoTime();
        ended.set(now);
        if (answer.isSuccess()) {
            latencies.recordValue(now - since);
        } else {
            failures.computeIfAbsent(answer.status(), status -> new Failures(new LongAdder(), answer.text()))
                    .count()
                    .increment();
        }
    }

    /** What the round came to, once every answer is there. */
    Outcome outcome() {
        return outcome(0);
    }

    /** @param unsent requests that were not sent any more */
    Outcome outcome(long unsent) {
        return new Outcome(
                latencies.getTotalCount(),
                Duration.ofNanos(ended.get() - began),
                Duration.ofNanos(latencies.getValueAtPercentile(50)),
                Duration.ofNanos(latencies.getValueAtPercentile(99)),
                failures.entrySet().stream()
                        .map(entry -> new Outcome.Failure(
                                entry.getKey(),
                                entry.getValue().count().sum(),
                                entry.getValue().example()))
                        .collect(Collectors.toUnmodifiableList()),
                unsent);
    }
}

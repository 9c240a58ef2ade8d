package io.leasehold.localstack.demo;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;

/** Counts what was sent, and tells it now and then. */
final class Tally {
    private final LongAdder answered = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private final LongAdder millis = new LongAdder();

    void count(int status, Duration took) {
        (status < 400 ? answered : refused).increment();
        millis.add(took.toMillis());
    }

    void trouble(Workload workload, IOException cause) {
        System.out.printf("%s on %s: %s%n", workload.domain(), workload.node(), cause.getMessage());
    }

    /** Everything since the last time. */
    String take() {
        long good = answered.sumThenReset();
        long bad = refused.sumThenReset();
        long mean = millis.sumThenReset() / Math.max(1, good + bad);
        return "%d answered, %d refused, %d ms on average".formatted(good, bad, mean);
    }
}

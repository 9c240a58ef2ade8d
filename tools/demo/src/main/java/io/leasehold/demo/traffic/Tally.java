package io.leasehold.demo.traffic;

import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;

/** Counts what was sent, and tells it now and then. */
final class Tally {
    private final LongAdder answered = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private final LongAdder millis = new LongAdder();
    private final Consumer<String> lines;

    Tally(Consumer<String> lines) {
        this.lines = lines;
    }

    void count(int status, Duration took) {
        (status < 400 ? answered : refused).increment();
        millis.add(took.toMillis());
    }

    void trouble(String what) {
        lines.accept(what);
    }

    /** Tells everything since the last time. */
    void tell() {
        long good = answered.sumThenReset();
        long bad = refused.sumThenReset();
        long mean = millis.sumThenReset() / Math.max(1, good + bad);
        lines.accept("%d answered, %d refused, %d ms on average".formatted(good, bad, mean));
    }
}

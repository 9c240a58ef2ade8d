package io.leasehold.bench.load;

import java.time.Duration;

/**
 * When requests are due at a fixed rate.
 *
 * @param start of the first one, of {@link System#nanoTime}
 * @param rate a second
 */
record Schedule(long start, int rate) {
    private static final long SECOND = 1_000_000_000;

    /** Counted from the start, so that rounding does not add up. */
    long due(int request) {
        return start + request * SECOND / rate;
    }

    int dueWithin(Duration length) {
        return Math.toIntExact(length.toNanos() * rate / SECOND);
    }
}

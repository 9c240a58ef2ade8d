package io.leasehold.bench.usage;

import java.time.Duration;

/**
 * What it took to poll some accounts once.
 *
 * @param cpu of the one replica that polled, with all else that it did meanwhile
 * @param wall how long it took
 */
record PollCost(int accounts, Duration cpu, Duration wall) {
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double PERCENT = 100;

    double cpuMillisPerPoll() {
        return cpu.toNanos() / NANOS_PER_MILLI / accounts;
    }

    double seconds() {
        return wall.toNanos() / 1e9;
    }

    /** How much of one core is taken in the long run where each of them is polled once in this time. */
    double percentOfACore(Duration interval) {
        return PERCENT * cpu.toNanos() / interval.toNanos();
    }
}

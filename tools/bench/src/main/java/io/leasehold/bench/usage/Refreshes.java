package io.leasehold.bench.usage;

import java.time.Duration;
import java.util.List;

/**
 * One round of refreshes.
 *
 * @param alone how long each account took by itself
 * @param all how long all of them took at once
 */
record Refreshes(List<Duration> alone, Duration all) {
    private static final double NANOS_PER_MILLI = 1e6;

    static Refreshes run(PolledAccounts accounts) throws InterruptedException {
        return new Refreshes(accounts.refreshEach(), accounts.refreshAll());
    }

    double slowestAloneMillis() {
        return millis(alone.stream().max(Duration::compareTo).orElseThrow());
    }

    double allMillis() {
        return millis(all);
    }

    /** 1 where all at once take no longer than the slowest one alone. */
    double ratio() {
        return allMillis() / slowestAloneMillis();
    }

    private static double millis(Duration time) {
        return time.toNanos() / NANOS_PER_MILLI;
    }
}

package io.leasehold.test;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Waits for what must come, by asking again until it is there or patience ends; more seldom the longer it takes, as asking costs. */
public final class Await {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final long FIRST_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(5);
    private static final long LONGEST_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(80);

    private Await() {}

    /** A claim that may fail for now. */
    @FunctionalInterface
    public interface Claim {
        void check() throws Exception;
    }

    /** @throws AssertionError the claim's own last failure */
    public static void untilAsserted(Claim claim) {
        untilAsserted(PATIENCE, claim);
    }

    /** With a patience of one's own, for what takes its time by design. */
    public static void untilAsserted(Duration patience, Claim claim) {
        long until = System.nanoTime() + patience.toNanos();
        long pause = FIRST_PAUSE_NANOS;
        while (true) {
            try {
                claim.check();
                return;
            } catch (Exception | AssertionError failure) {
                if (System.nanoTime() > until) {
                    throw new AssertionError("Still not so after " + patience + ": " + failure.getMessage(), failure);
                }
                LockSupport.parkNanos(pause);
                pause = Math.min(pause * 3 / 2, LONGEST_PAUSE_NANOS);
            }
        }
    }
}

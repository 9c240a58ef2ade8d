package io.leasehold.bench.revocation;

/** Ends the service at once, as a crash would, and starts it again. Returns when it is ready. */
@FunctionalInterface
public interface Killing {
    /** @throws IllegalStateException when it does not start */
    void killAndRestart() throws InterruptedException;
}

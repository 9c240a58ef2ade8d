package io.leasehold.e2e;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** How callers go on that were refused or cut off. */
final class Retry {
    private static final Duration PAUSE = Duration.ofMillis(250);

    private Retry() {}

    /** As any client's: one that asks again at once would take the processors from what is being restarted. */
    static void pause() {
        LockSupport.parkNanos(PAUSE.toNanos());
    }
}

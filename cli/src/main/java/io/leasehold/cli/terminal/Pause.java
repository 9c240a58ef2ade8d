package io.leasehold.cli.terminal;

import io.leasehold.cli.failure.Failure;
import java.time.Duration;

/** Waits before something is asked again. */
@FunctionalInterface
public interface Pause {
    void pause(Duration time);

    /** Really waits. */
    static void sleep(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw Failure.unfinished("Stopped while waiting.");
        }
    }
}

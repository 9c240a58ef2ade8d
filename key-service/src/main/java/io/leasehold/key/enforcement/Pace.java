package io.leasehold.key.enforcement;

import io.leasehold.key.step.Patience;
import java.time.Duration;

/** How fast what providers enforce is brought about. */
final class Pace {
    /** How long one replica has for a step before another may take over; longer than the calls of any step. */
    static final Duration CLAIM = Duration.ofMinutes(1);

    /** Nothing here ever counts as stuck, and no step takes time by nature. */
    static final Patience PATIENCE = new Patience(
            Duration.ofSeconds(15), Duration.ofHours(1), Duration.ofMinutes(10), Integer.MAX_VALUE, Duration.ZERO);

    private Pace() {}
}

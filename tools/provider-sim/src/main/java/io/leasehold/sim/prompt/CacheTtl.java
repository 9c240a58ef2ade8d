package io.leasehold.sim.prompt;

import java.time.Duration;

/** How long a marked prefix is kept after its last use. */
public enum CacheTtl {
    FIVE_MINUTES(Duration.ofMinutes(5)),
    ONE_HOUR(Duration.ofHours(1));

    private final Duration duration;

    CacheTtl(Duration duration) {
        this.duration = duration;
    }

    public Duration duration() {
        return duration;
    }
}

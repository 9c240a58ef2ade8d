package io.leasehold.key.rotation;

import io.leasehold.key.step.Patience;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long rotations take, and how patient they are. */
@ConfigMapping(prefix = "leasehold.rotation")
interface RotationConfig {
    /** How often work is looked for that is due, such as what a killed replica left behind. */
    @WithDefault("2s")
    String sweepInterval();

    /** How long one replica has for a step before another may take over; longer than the calls of any step. */
    @WithDefault("90s")
    Duration claim();

    /** The wait after the first failed try; it doubles with every further one. */
    @WithDefault("1s")
    Duration firstWait();

    /** The longest wait between two tries. */
    @WithDefault("5m")
    Duration longestWait();

    /** How many tries of a step may fail before the rotation counts as stuck. It goes on being tried. */
    @WithDefault("5")
    int triesBeforeStuck();

    /** How long the provider may take to accept a new secret, or to refuse a revoked one, before it counts as stuck. */
    @WithDefault("2m")
    Duration providerPatience();

    /** How long both secrets work at most, where a rotation does not say. */
    @WithDefault("24h")
    Duration overlap();

    /** How long no request must have ended with the old secret until it counts as dry; longer than any request takes. */
    @WithDefault("15m")
    Duration quiet();

    default Patience patience() {
        return new Patience(firstWait(), longestWait(), longestWait(), triesBeforeStuck(), providerPatience());
    }
}

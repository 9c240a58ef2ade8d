package io.leasehold.key.revocation;

import io.leasehold.key.step.Patience;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How patient revocations are. */
@ConfigMapping(prefix = "leasehold.revocation")
interface RevocationConfig {
    /** How often work is looked for that is due, such as what a killed replica left behind. */
    @WithDefault("2s")
    String sweepInterval();

    /** How long one replica has for a step before another may take over; longer than the calls of any step. */
    @WithDefault("60s")
    Duration claim();

    /** The wait after the first failed try; it doubles with every further one. */
    @WithDefault("1s")
    Duration firstWait();

    /** The longest wait between two tries. */
    @WithDefault("5m")
    Duration longestWait();

    /** How many tries of a step may fail before the revocation counts as stuck. It goes on being tried. */
    @WithDefault("5")
    int triesBeforeStuck();

    /** How long the provider may go on accepting a revoked key before the revocation counts as stuck. */
    @WithDefault("2m")
    Duration confirmPatience();

    default Patience patience() {
        return new Patience(firstWait(), longestWait(), triesBeforeStuck(), confirmPatience());
    }
}

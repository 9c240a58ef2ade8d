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

    /** How long requests that are under way may take to finish, where a revocation doesn't say. */
    @WithDefault("30s")
    Duration drain();

    /** How long no gateway may have told of a request with the key before it counts as drained. */
    @WithDefault("5s")
    Duration quiet();

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
        return new Patience(firstWait(), longestWait(), longestWait(), triesBeforeStuck(), confirmPatience());
    }
}

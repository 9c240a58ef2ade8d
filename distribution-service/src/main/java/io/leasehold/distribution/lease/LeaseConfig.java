package io.leasehold.distribution.lease;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long leases last. */
@ConfigMapping(prefix = "leasehold.leases")
interface LeaseConfig {
    /** For those who don't say how long they need it. */
    @WithDefault("24h")
    Duration defaultTtl();

    /** The most that is granted at once, whatever is asked for. */
    @WithDefault("168h")
    Duration maxTtl();
}

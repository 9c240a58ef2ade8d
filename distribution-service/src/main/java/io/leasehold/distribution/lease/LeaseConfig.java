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

    /** The longest that a lease lasts, counted from when it was issued, whatever is asked for and however often it is renewed. */
    @WithDefault("168h")
    Duration maxTtl();

    /** How long a node is not heard of until those of its leases are revoked that have no end of their own. */
    @WithDefault("24h")
    Duration orphanedAfter();

    /** How often such leases are looked for. */
    @WithDefault("30s")
    Duration endlessSweepInterval();
}

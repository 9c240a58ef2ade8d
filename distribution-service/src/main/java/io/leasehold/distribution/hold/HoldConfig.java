package io.leasehold.distribution.hold;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long holds last. */
@ConfigMapping(prefix = "leasehold.holds")
interface HoldConfig {
    /** How long a replica's holds last without being renewed, on the replica's own clock. */
    @WithDefault("60s")
    Duration term();

    /** How much longer the arbiter waits before it presumes them spent; covers the way of the last answer. */
    @WithDefault("15s")
    Duration margin();

    /**
     * The longest that a gateway without an arbiter admits from what it was lent after its term. Gateways are told, and keep to it
     * where their own leasehold.gateway.holds.emergency.lasting is longer. One that was told a longer time, and is cut off before it
     * is told this one, goes on for the longer.
     */
    @WithDefault("15m")
    Duration longestEmergency();

    /** For how long a replica has been silent before nothing is admitted any more from what it was lent. */
    static Duration silence(HoldConfig config) {
        return config.term().plus(config.margin()).plus(config.longestEmergency());
    }
}

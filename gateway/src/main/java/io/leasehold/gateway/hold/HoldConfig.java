package io.leasehold.gateway.hold;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.math.BigDecimal;
import java.time.Duration;

/** How this replica deals with its slices of spend windows. */
@ConfigMapping(prefix = "leasehold.gateway.holds")
public interface HoldConfig {
    /** How often all holds are renewed; well below their term, which the arbiter sets. */
    @WithDefault("PT10S")
    Duration renewEvery();

    /** How long a slice may lie unused before it is given back. */
    @WithDefault("PT5S")
    Duration idleAfter();

    /**
     * How long a request waits for room before it is refused: longer than two calls to the arbiter may take, as one
     * of them may go to a replica of it that has just died.
     */
    @WithDefault("PT5S")
    Duration patience();

    /** How many requests may wait at a time; more are refused at once. */
    @WithDefault("2000")
    int maxWaiting();

    /** What is kept for when the arbiter can't be reached, by workspaces that fail open. */
    EmergencyReserve emergency();

    /** Public, as configuration in groups must be. */
    interface EmergencyReserve {
        /** How much of each limit every replica keeps, as far as the arbiter lends it. */
        @WithDefault("0.05")
        BigDecimal share();

        /** No more than this of any limit, in USD. */
        @WithDefault("5")
        BigDecimal most();

        /** For how long requests are admitted from what is lent, after its term; no longer than the arbiter says either. */
        @WithDefault("PT15M")
        Duration lasting();

        /** How long a slice may lie unused before all of it is given back. */
        @WithDefault("PT10M")
        Duration idleAfter();
    }
}

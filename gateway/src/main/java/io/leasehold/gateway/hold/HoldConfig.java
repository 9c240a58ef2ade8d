package io.leasehold.gateway.hold;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
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
}

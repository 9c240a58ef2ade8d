package io.leasehold.gateway.stored;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Whether requests may go on from what a provider has stored. */
@ConfigMapping(prefix = "leasehold.gateway.stored")
public interface StoredConfig {
    /** Keys are shared, so that this is off unless it is wanted; then a lease reaches its own answers only. */
    @WithDefault("false")
    boolean responses();

    /** So many answers are known at a time, the oldest are forgotten; each takes about 300 bytes. */
    @WithDefault("20000")
    int most();

    /** For how long an answer is known; providers keep theirs for a month. */
    @WithDefault("PT24H")
    Duration keep();
}

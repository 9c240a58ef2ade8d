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

    /** So many answers are known here without asking, the oldest are forgotten; each takes about 300 bytes. */
    @WithDefault("20000")
    int most();

    /** For how long an answer is known here without asking. */
    @WithDefault("PT24H")
    Duration keep();

    /** How long an answer that distribution-service does not know is not asked about again. */
    @WithDefault("PT2S")
    Duration unknownFor();

    /** How many unknown answers are remembered at a time. */
    @WithDefault("10000")
    int maxUnknown();

    /** How often distribution-service may be asked per second, by all clients together. */
    @WithDefault("100")
    int lookupsPerSecond();
}

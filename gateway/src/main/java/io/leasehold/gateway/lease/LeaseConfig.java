package io.leasehold.gateway.lease;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What is done about tokens that the topic has not told of. */
@ConfigMapping(prefix = "leasehold.gateway.leases")
public interface LeaseConfig {
    /** How long a token that distribution-service does not know is not asked about again. */
    @WithDefault("PT15S")
    Duration unknownFor();

    /** How many unknown tokens are remembered at a time. */
    @WithDefault("10000")
    int maxUnknown();

    /** How many tokens may be asked about per second, all clients together. */
    @WithDefault("50")
    int lookupsPerSecond();
}

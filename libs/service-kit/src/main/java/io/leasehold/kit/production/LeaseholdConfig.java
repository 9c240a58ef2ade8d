package io.leasehold.kit.production;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What every process of Leasehold is told. */
@ConfigMapping(prefix = "leasehold")
public interface LeaseholdConfig {
    /** How strict to be; everything but a local stack is production. */
    @WithDefault("production")
    Mode mode();

    /** {@code LOCAL}: development secrets and plain connections on one machine are fine. */
    enum Mode {
        LOCAL,
        PRODUCTION
    }
}

package io.leasehold.distribution.direct;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.math.BigDecimal;
import java.time.Duration;

/** When direct use of a key comes to an end. */
@ConfigMapping(prefix = "leasehold.direct-use")
interface DirectUseConfig {
    /** Which part of a key's limit is left when it is leased in direct mode no more: providers report late. */
    @WithDefault("0.1")
    BigDecimal margin();

    /** How often what a key has cost by now is worked out anew; a new figure is looked at at once. */
    @WithDefault("15s")
    Duration lookEvery();
}

package io.leasehold.analytics.ledger;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;

/** How long the ledger lasts. */
@ConfigMapping(prefix = "leasehold.ledger")
interface LedgerConfig {
    /**
     * How long requests are kept, counted from when they were admitted; after that a month of them is dropped as a whole.
     * What they add up to stays. At least 31 days, because a bill is compared with them while it is open.
     */
    @WithDefault("400d")
    @DurationMin(days = 31)
    Duration retention();
}

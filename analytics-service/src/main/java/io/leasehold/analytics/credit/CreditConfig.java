package io.leasehold.analytics.credit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;

/** When bills credit what was presumed spent. */
@ConfigMapping(prefix = "leasehold.credits")
interface CreditConfig {
    /**
     * How long after its end a day's bill counts as what it will stay: longer than usage-collector looks for corrections
     * (leasehold.collector.correction-days), since what was credited is never taken back.
     */
    @WithDefault("8d")
    @DurationMin(days = 1)
    Duration finalAfter();

    /** How often bills are compared with what is presumed spent. */
    @WithDefault("15m")
    Duration lookEvery();
}

package io.leasehold.collector.retention;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;

/** For how many days what providers told is kept. Longer than days are read back, or what is gone would be read again. */
@ConfigMapping(prefix = "leasehold.collector.retention")
interface RetentionConfig {
    /** What was used, by bucket; at least 100. */
    @WithDefault("400")
    @Min(100)
    int usageDays();

    /** What was charged, by day, and the exchange rates of these days; at least 100. */
    @WithDefault("1200")
    @Min(100)
    int costDays();

    /** What was said before it was corrected, counted from its correction; at least 1. */
    @WithDefault("400")
    @Min(1)
    int revisionDays();

    /** What was left; at least 1. */
    @WithDefault("400")
    @Min(1)
    int quotaDays();
}

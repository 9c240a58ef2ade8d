package io.leasehold.collector.poll;

import io.leasehold.providers.usage.BucketWidth;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How providers are polled. */
@ConfigMapping(prefix = "leasehold.collector")
interface PollConfig {
    /** How often each account's provider is asked. */
    @WithDefault("1h")
    Duration pollInterval();

    /** How often to look for accounts that are due while none is polled; at least a second. */
    @WithDefault("1s")
    Duration tick();

    /** How many accounts one replica polls at the same time. */
    @WithDefault("16")
    int concurrency();

    /** How many accounts one forced refresh polls at the same time; it takes no places from those above. */
    @WithDefault("32")
    int refreshConcurrency();

    /** After what time without news from a poller another may take its account over. */
    @WithDefault("5m")
    Duration claim();

    /** The wait after a first failure; it doubles with each further one, up to the poll interval. */
    @WithDefault("30s")
    Duration firstBackoff();

    /**
     * How long after its end a day is still read again that its provider calls final: late charges and corrections come
     * within hours.
     */
    @WithDefault("24h")
    Duration settledAfter();

    /** How many days back corrections are looked for after that, as far as days are read at all; 0 for none. */
    @WithDefault("7")
    int correctionDays();

    /** How often. */
    @WithDefault("24h")
    Duration correctionInterval();

    /** How many completed days are read when an account is new; 90 at most. */
    @WithDefault("30")
    int backfillDays();

    /** How fine usage is read where the provider has such buckets: minute, hour or day. */
    @WithDefault("hour")
    BucketWidth usageBucket();

    /** How long a forced refresh waits for its poll before it answers that it is still under way. */
    @WithDefault("20s")
    Duration refreshPatience();
}

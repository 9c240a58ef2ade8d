package io.leasehold.gateway.record;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How completed requests are told. */
@ConfigMapping(prefix = "leasehold.gateway.records")
public interface RecordConfig {
    /** How many requests may be under way or not yet acknowledged by the broker; a power of two. */
    @WithDefault("16384")
    int ringSize();

    /** How long the last records may take at shutdown. */
    @WithDefault("PT10S")
    Duration flushTime();
}

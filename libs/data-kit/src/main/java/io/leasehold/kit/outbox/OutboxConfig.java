package io.leasehold.kit.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How events leave. */
@ConfigMapping(prefix = "leasehold.outbox")
interface OutboxConfig {
    /** How long to wait for a wake-up before looking by oneself, for what another replica left behind. */
    @WithDefault("500ms")
    Duration pollInterval();

    /** How many events of one shard are sent in one transaction. */
    @WithDefault("500")
    int batchSize();

    /**
     * How long the broker may take to acknowledge; after that the shard stops and tries again. When a replica dies while it
     * sends, another one takes its shards over after three times as long.
     */
    @WithDefault("5s")
    Duration ackTimeout();
}

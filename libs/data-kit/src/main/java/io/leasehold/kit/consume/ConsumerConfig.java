package io.leasehold.kit.consume;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** How events are read. */
@ConfigMapping(prefix = "leasehold.consumer")
interface ConsumerConfig {
    /** What consumer groups begin with; the service's name unless said otherwise. */
    Optional<String> groupPrefix();

    /** How many events are taken in with one transaction. */
    @WithDefault("500")
    int batchSize();

    /** The longest wait between two attempts while a dependency is away. */
    @WithDefault("10s")
    Duration maxBackoff();

    /** How long a replica may not be heard of until others get its partitions, which stand still meanwhile. */
    @WithDefault("15s")
    Duration sessionTimeout();

    /** How long the ids of events are remembered; longer than any topic that isn't compacted keeps them. */
    @WithDefault("8d")
    Duration remember();
}

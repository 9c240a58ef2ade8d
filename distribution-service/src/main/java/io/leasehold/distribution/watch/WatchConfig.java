package io.leasehold.distribution.watch;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How nodes are told what they should know. */
@ConfigMapping(prefix = "leasehold.watch")
interface WatchConfig {
    /** How often to look for something new. */
    @WithDefault("50ms")
    Duration pollInterval();

    /** How long a stream may be silent before a comment keeps it open. */
    @WithDefault("15s")
    Duration heartbeat();

    /** How long a stream lasts at the most; its node connects again and misses nothing. */
    @WithDefault("1h")
    Duration maxAge();

    /** How many notices wait for one node at most; one that is slower is cut, and goes on from where it was. */
    @WithDefault("256")
    int buffer();

    /** How many streams one replica serves at most. */
    @WithDefault("10000")
    int maxStreams();

    /** How many of them may be of one node. */
    @WithDefault("8")
    int maxStreamsPerNode();

    /** How long notices are kept for nodes that come back. */
    @WithDefault("24h")
    Duration keptFor();
}

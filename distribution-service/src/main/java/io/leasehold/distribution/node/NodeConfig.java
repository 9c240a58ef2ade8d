package io.leasehold.distribution.node;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When a node counts as lost. */
@ConfigMapping(prefix = "leasehold.nodes")
interface NodeConfig {
    /** How often a node should be heard of: by a heartbeat, by asking for a lease, or by a request at the gateway. */
    @WithDefault("60s")
    Duration heartbeatEvery();

    /** How long it may be silent before it counts as lost. */
    @WithDefault("180s")
    Duration lostAfter();
}

package io.leasehold.analytics.live;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the live feed behaves. */
@ConfigMapping(prefix = "leasehold.live")
interface LiveConfig {
    /** How often to look for requests that another replica took in; those of this one are seen at once. */
    @WithDefault("200ms")
    Duration pollInterval();

    /** The least time between two {@code stats} events of a workspace. */
    @WithDefault("250ms")
    Duration statsInterval();

    /** How long a stream may be silent before a comment keeps it open. */
    @WithDefault("15s")
    Duration heartbeat();

    /** How long a client may leave what it was sent unread before it is cut. */
    @WithDefault("10s")
    Duration patience();

    /** How many events wait for one client at most. */
    @WithDefault("512")
    int buffer();

    /** How many streams one replica serves at most. */
    @WithDefault("5000")
    int maxSubscribers();

    /** How many of them may be of one workspace, so that it does not take them all. */
    @WithDefault("2000")
    int maxSubscribersPerWorkspace();
}

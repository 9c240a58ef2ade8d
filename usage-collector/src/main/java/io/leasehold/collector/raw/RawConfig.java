package io.leasehold.collector.raw;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much of what providers answered is kept. */
@ConfigMapping(prefix = "leasehold.collector.raw-responses")
interface RawConfig {
    /** How long answers are kept; zero keeps none. */
    @WithDefault("7d")
    Duration keep();

    /** How many answers of one poll are kept at most; the rest is counted only. */
    @WithDefault("50")
    int perPoll();

    /** How many answers of one account are kept at most, the newest. */
    @WithDefault("2000")
    int perAccount();
}

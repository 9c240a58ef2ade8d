package io.leasehold.key.secret;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Secrets whose row never came. */
@ConfigMapping(prefix = "leasehold.secrets")
interface OrphanConfig {
    /** How old a written secret without its row must be before it is destroyed; longer than any request takes. */
    @WithDefault("10m")
    Duration orphanAge();
}

package io.leasehold.gateway.lease;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** Whom a gateway is there for. */
@ConfigMapping(prefix = "leasehold.gateway.dedicated")
public interface DedicationConfig {
    /** The slug of the only workspace whose leases are served; all are where there is none. */
    Optional<String> workspace();
}

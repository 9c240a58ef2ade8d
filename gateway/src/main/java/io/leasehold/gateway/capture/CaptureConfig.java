package io.leasehold.gateway.capture;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** How much is kept of what passes, for what is told once a request is over. */
@ConfigMapping(prefix = "leasehold.gateway.capture")
public interface CaptureConfig {
    /**
     * All bodies of requests and answers that are kept at a time; above it new ones are left out, and requests go on. A tenth
     * of the heap unless said.
     */
    Optional<MemorySize> budget();
}

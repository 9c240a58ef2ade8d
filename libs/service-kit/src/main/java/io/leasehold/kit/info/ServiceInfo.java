package io.leasehold.kit.info;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a service says about itself.
 *
 * @param dependencies what it needs and whether that is {@code up} or {@code down}
 */
@Schema(name = "ServiceInfo")
record ServiceInfo(
        @Schema(examples = "key-service") String service,
        @Schema(examples = "0.1.0") String version,
        @Schema(examples = "production") String mode,
        @Schema(examples = "3600") long uptimeSeconds,
        List<Dependency> dependencies) {

    @Schema(name = "ServiceDependency")
    record Dependency(
            @Schema(examples = "PostgreSQL") String name,
            @Schema(examples = "up") String status) {}
}

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
        @Schema(description = "Its name", examples = "key-service")
        String service,

        @Schema(description = "Of the build that runs", examples = "0.1.0")
        String version,

        @Schema(description = "local or production", examples = "production")
        String mode,

        @Schema(description = "Seconds since the process started", examples = "3600")
        long uptimeSeconds,

        @Schema(description = "What it needs to work") List<Dependency> dependencies) {

    @Schema(name = "ServiceDependency")
    record Dependency(
            @Schema(description = "What it is", examples = "PostgreSQL")
            String name,

            @Schema(description = "up or down", examples = "up")
            String status) {}
}

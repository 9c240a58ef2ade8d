package io.leasehold.kit.info;

import io.leasehold.kit.production.LeaseholdConfig;
import io.smallrye.health.SmallRyeHealthReporter;
import jakarta.annotation.security.PermitAll;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Version, uptime and dependencies, without credentials. */
@Path("/api/v1/info")
@Tag(name = "Service")
@PermitAll
class InfoResource {
    private final String service;
    private final String version;
    private final LeaseholdConfig config;
    private final SmallRyeHealthReporter health;

    InfoResource(
            @ConfigProperty(name = "quarkus.application.name") String service,
            @ConfigProperty(name = "quarkus.application.version") String version,
            LeaseholdConfig config,
            SmallRyeHealthReporter health) {
        this.service = service;
        this.version = version;
        this.config = config;
        this.health = health;
    }

    @GET
    @Operation(summary = "What runs here and whether what it needs is there")
    public ServiceInfo info() {
        List<ServiceInfo.Dependency> dependencies =
                health.getReadiness().getPayload().getJsonArray("checks").getValuesAs(JsonObject.class).stream()
                        .map(check -> new ServiceInfo.Dependency(
                                check.getString("name"),
                                check.getString("status").toLowerCase(Locale.ROOT)))
                        .toList();
        return new ServiceInfo(
                service,
                version,
                config.mode().name().toLowerCase(Locale.ROOT),
                TimeUnit.MILLISECONDS.toSeconds(
                        ManagementFactory.getRuntimeMXBean().getUptime()),
                dependencies);
    }
}

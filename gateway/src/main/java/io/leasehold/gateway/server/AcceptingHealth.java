package io.leasehold.gateway.server;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Whether new requests are wanted; no longer once the gateway is told to stop, although it takes them for a while. */
@Readiness
@Singleton
class AcceptingHealth implements HealthCheck {
    private final DataPlane dataPlane;

    AcceptingHealth(DataPlane dataPlane) {
        this.dataPlane = dataPlane;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("Data plane")
                .status(dataPlane.isReady())
                .build();
    }
}

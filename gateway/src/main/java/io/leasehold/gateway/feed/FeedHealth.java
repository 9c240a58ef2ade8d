package io.leasehold.gateway.feed;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready once everything that the topics held at the start has been read. */
@Readiness
@Singleton
class FeedHealth implements HealthCheck {
    private final Progress progress;

    FeedHealth(Progress progress) {
        this.progress = progress;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("Kafka views")
                .status(progress.loaded())
                .build();
    }
}

package io.leasehold.key.secret;

import io.leasehold.kit.secret.SecretStore;
import io.leasehold.kit.secret.SecretStoreProblem;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Not ready while secrets can't be read: a sealed Vault shows here first. */
@Readiness
@Singleton
class SecretStoreReadiness implements HealthCheck {
    private final SecretStore secrets;

    SecretStoreReadiness(SecretStore secrets) {
        this.secrets = secrets;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder response =
                HealthCheckResponse.named("Secret store").withData("store", secrets.name());
        try {
            secrets.requireReady();
            return response.up().build();
        } catch (SecretStoreProblem problem) {
            return response.down().withData("reason", problem.detail()).build();
        }
    }
}

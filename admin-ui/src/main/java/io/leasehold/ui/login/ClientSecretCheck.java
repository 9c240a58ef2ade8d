package io.leasehold.ui.login;

import io.leasehold.kit.production.ProductionCheck;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Whoever can guess the client's secret can sign in as this service. */
@Singleton
class ClientSecretCheck implements ProductionCheck {
    private static final int SHORTEST = 32;
    /** What people write where a secret is still to come. */
    private static final List<String> STAND_INS =
            List.of("demo", "example", "changeme", "change-me", "password", "secret", "leasehold", "admin-ui");

    private final String secret;

    ClientSecretCheck(@ConfigProperty(name = "leasehold.oidc.client-secret") String secret) {
        this.secret = secret;
    }

    @Override
    public List<String> violations() {
        if (secret.length() < SHORTEST) {
            return List.of(
                    "leasehold.oidc.client-secret is shorter than " + SHORTEST + " characters; set a random one.");
        }
        String lower = secret.toLowerCase(Locale.ROOT);
        if (STAND_INS.stream().anyMatch(lower::contains)) {
            return List.of("leasehold.oidc.client-secret reads like a demo's; set a random one.");
        }
        return List.of();
    }
}

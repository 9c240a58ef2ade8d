package io.leasehold.key.apikey;

import io.leasehold.kit.production.ProductionCheck;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;

/** Takes the configured secret to work, and refuses one that anybody could guess. */
@Singleton
class FingerprintSecret implements ProductionCheck {
    private static final int SHORTEST = 32;

    private final String secret;

    FingerprintSecret(KeysConfig config) {
        this.secret = config.fingerprintSecret();
    }

    @Produces
    @Singleton
    Fingerprints fingerprints() {
        return new Fingerprints(secret);
    }

    @Override
    public List<String> violations() {
        return secret.equals(KeysConfig.DEVELOPMENT_SECRET) || secret.length() < SHORTEST
                ? List.of("leasehold.keys.fingerprint-secret is not set or shorter than 32 characters; set a random one"
                        + " and keep it.")
                : List.of();
    }
}

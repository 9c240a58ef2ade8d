package io.leasehold.distribution.secret;

import io.leasehold.kit.secret.SecretSource;
import io.leasehold.kit.secret.SecretsConfig;
import io.leasehold.kit.secret.VaultSecrets;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Makes the one source that the configuration names; whoever reads audits for whom. */
@Dependent
class SecretSourceChoice {
    @Produces
    @Singleton
    SecretSource chosen(SecretsConfig config, Instance<VaultSecrets> vault, Instance<KeyServiceSecrets> keyService) {
        return switch (config.store()) {
            case VAULT -> vault.get();
            case SEALED -> keyService.get();
        };
    }
}

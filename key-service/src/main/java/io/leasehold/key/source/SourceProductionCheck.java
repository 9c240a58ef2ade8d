package io.leasehold.key.source;

import io.leasehold.kit.production.ProductionCheck;
import io.leasehold.kit.secret.SecretsConfig;
import io.leasehold.kit.secret.SecretsConfig.StoreKind;
import io.leasehold.kit.secret.VaultConfig;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** A Vault that keys take their secrets from is reached by TLS, also where all other secrets are sealed. */
@Singleton
class SourceProductionCheck implements ProductionCheck {
    private final KeySources sources;
    private final SecretsConfig secrets;
    private final VaultConfig vault;

    SourceProductionCheck(KeySources sources, SecretsConfig secrets, VaultConfig vault) {
        this.sources = sources;
        this.secrets = secrets;
        this.vault = vault;
    }

    /** Where the secret store is Vault it is looked at with that. */
    @Override
    public List<String> violations() {
        if (secrets.store() != StoreKind.SEALED || !sources.areInVault()) {
            return List.of();
        }
        List<String> found = new ArrayList<>();
        if (vault.url()
                .filter(url -> !"https".equalsIgnoreCase(url.getScheme()))
                .isPresent()) {
            found.add("leasehold.vault.url, where leasehold.key-sources lead to, is not https.");
        }
        if (vault.token().isPresent()) {
            found.add("leasehold.vault.token is for development; sign in with leasehold.vault.role-id and secret-id, or"
                    + " leasehold.vault.kubernetes.role.");
        }
        return found;
    }
}

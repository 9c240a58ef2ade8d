package io.leasehold.kit.secret;

import io.leasehold.kit.production.ProductionCheck;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** A store is named, and its Vault is reached by TLS and signed in to as the service that this is. */
@Singleton
class VaultProductionCheck implements ProductionCheck {
    private final SecretsConfig secrets;
    private final VaultConfig vault;

    VaultProductionCheck(SecretsConfig secrets, VaultConfig vault) {
        this.secrets = secrets;
        this.vault = vault;
    }

    @Override
    public List<String> violations() {
        if (secrets.store() == SecretsConfig.StoreKind.SEALED) {
            return List.of();
        }
        List<String> found = new ArrayList<>();
        if (vault.url().isEmpty()) {
            found.add("leasehold.vault.url is not set; name the Vault, or choose leasehold.secrets.store=sealed.");
        }
        if (vault.url()
                .filter(url -> !"https".equalsIgnoreCase(url.getScheme()))
                .isPresent()) {
            found.add("leasehold.vault.url is not https.");
        }
        if (vault.token().isPresent()) {
            found.add("leasehold.vault.token is for development; sign in with leasehold.vault.role-id and secret-id, or"
                    + " leasehold.vault.kubernetes.role.");
        } else if (vault.kubernetes().role().isEmpty()
                && (vault.roleId().isEmpty() || vault.secretId().isEmpty())) {
            found.add("leasehold.vault.role-id and leasehold.vault.secret-id are not both set, nor is"
                    + " leasehold.vault.kubernetes.role.");
        }
        return found;
    }
}

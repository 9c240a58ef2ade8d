package io.leasehold.key.secret;

import io.leasehold.kit.secret.SecretStore;
import io.leasehold.kit.secret.VaultSecrets;
import io.leasehold.test.Servers;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;

@QuarkusTest
class VaultSecretsTest implements SecretStoreContract {
    @Inject
    Instance<VaultSecrets> vault;

    /** Without a Vault this is left out on a developer's machine, and fails where the build must be complete. */
    @BeforeEach
    void requireVault() {
        Servers.requireVault();
    }

    @Override
    public SecretStore store() {
        return vault.get();
    }
}

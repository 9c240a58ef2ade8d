package io.leasehold.key.secret;

import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.kit.secret.SecretStore;
import io.leasehold.kit.secret.VaultSecrets;
import io.leasehold.test.Servers;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;

@QuarkusTest
class VaultSecretsTest implements SecretStoreContract {
    @Inject
    Instance<VaultSecrets> vault;

    /** Without a Vault this is left out on a developer's machine, and fails where the build must be complete. */
    @BeforeEach
    void requireVault() {
        boolean there = Servers.addresses().vault() != null;
        assertThat(there || !"true".equals(System.getenv("CI"))).isTrue();
        Assumptions.assumeTrue(there, "no Vault to test against; './leasehold vault build' makes one");
    }

    @Override
    public SecretStore store() {
        return vault.get();
    }
}

package io.leasehold.collector.credential;

import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.collector.account.Account;
import io.leasehold.contracts.Topic;
import io.leasehold.contracts.event.AuditEntry;
import io.leasehold.kit.secret.SecretPath;
import io.leasehold.kit.secret.VaultConfig;
import io.leasehold.kit.secret.VaultSecrets;
import io.leasehold.localstack.VaultAddress;
import io.leasehold.providers.Secret;
import io.leasehold.test.Events;
import io.leasehold.test.Servers;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Credentials out of the real Vault, by the collector's own policy. */
@QuarkusTest
@QuarkusTestResource(value = VaultCredentialsTest.VaultStore.class, restrictToAnnotatedClass = true)
class VaultCredentialsTest {
    private final UUID workspaceId = UUID.randomUUID();
    private final UUID accountId = UUID.randomUUID();

    @Inject
    Credentials credentials;

    /** Instead of the faked key-service. */
    public static final class VaultStore implements QuarkusTestResourceLifecycleManager {
        @Override
        public int order() {
            return 1;
        }

        @Override
        public Map<String, String> start() {
            return Map.of("leasehold.secrets.store", Servers.addresses().vault() == null ? "sealed" : "vault");
        }

        @Override
        public void stop() {}
    }

    /** Without a Vault this is left out on a developer's machine, and fails where the build must be complete. */
    @BeforeEach
    void requireVault() {
        Servers.requireVault();
    }

    @Test
    void theNamedVersionIsReadInVaultAndTheReadingIsAudited() {
        VaultSecrets keyService = keyService();
        keyService.write(SecretPath.ofAccount(workspaceId, accountId), 0, Secret.of("first"));
        keyService.write(SecretPath.ofAccount(workspaceId, accountId), 1, Secret.of("second"));

        assertThat(credentials.find(account(1)))
                .hasValueSatisfying(secret -> assertThat(secret.reveal()).isEqualTo("first"));

        assertThat(Events.await(
                        Topic.AUDIT,
                        1,
                        event -> event.data() instanceof AuditEntry entry
                                && accountId.toString().equals(entry.target())))
                .extracting(event -> ((AuditEntry) event.data()).action())
                .containsOnly("secret.read");
    }

    @Test
    void aVersionThatIsGoneIsNone() {
        assertThat(credentials.find(account(1))).isEmpty();
    }

    private Account account(int credentialVersion) {
        return new Account(workspaceId, accountId, "anthropic", "main", null, "active", credentialVersion);
    }

    private static VaultSecrets keyService() {
        VaultAddress vault = Objects.requireNonNull(Servers.addresses().vault());
        VaultConfig config = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(VaultConfig.class)
                .withDefaultValues(Map.of(
                        "leasehold.vault.url", vault.url().toString(),
                        "leasehold.vault.role-id", vault.role("key-service").roleId(),
                        "leasehold.vault.secret-id", vault.role("key-service").secretId()))
                .build()
                .getConfigMapping(VaultConfig.class);
        return new VaultSecrets(config, new SimpleMeterRegistry());
    }
}

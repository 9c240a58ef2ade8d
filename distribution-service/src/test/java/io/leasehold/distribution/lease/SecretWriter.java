package io.leasehold.distribution.lease;

import io.leasehold.kit.secret.SecretPath;
import io.leasehold.kit.secret.VaultConfig;
import io.leasehold.kit.secret.VaultSecrets;
import io.leasehold.localstack.VaultAddress;
import io.leasehold.providers.Secret;
import io.leasehold.test.Servers;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Vault as key-service writes it. */
public final class SecretWriter {
    private SecretWriter() {}

    /** Writes the next version of a key's secret. Without a Vault this is left out, and fails where nothing may be. */
    public static void write(UUID workspaceId, UUID keyId, String secret) {
        Servers.requireVault();
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
        VaultSecrets store = new VaultSecrets(config, new SimpleMeterRegistry());
        SecretPath path = SecretPath.ofKey(workspaceId, keyId);
        store.write(path, store.currentVersion(path), Secret.of(secret));
    }
}

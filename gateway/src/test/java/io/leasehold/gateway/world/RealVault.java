package io.leasehold.gateway.world;

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
import org.eclipse.microprofile.config.ConfigProvider;

/** Vault as key-service writes it. */
public final class RealVault {
    private RealVault() {}

    /** Writes the secret of the tenant's key. */
    public static void keep(Tenant tenant) {
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
        new VaultSecrets(config, new SimpleMeterRegistry())
                .write(SecretPath.ofKey(tenant.workspaceId(), tenant.key().keyId()), 0, Secret.of(tenant.secret()));
    }

    /** While sealed, the gateway's Vault answers nothing else. */
    public static void seal(boolean sealed) {
        Control.at(ConfigProvider.getConfig().getValue(SwitchedVault.CONTROL, String.class))
                .put("sealed", sealed);
    }
}

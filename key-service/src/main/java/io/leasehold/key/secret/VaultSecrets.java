package io.leasehold.key.secret;

import io.leasehold.providers.Secret;
import io.quarkus.vault.client.VaultClient;
import io.quarkus.vault.client.VaultClientException;
import io.quarkus.vault.client.api.secrets.kv2.VaultSecretsKV2;
import io.quarkus.vault.client.api.secrets.kv2.VaultSecretsKV2ReadSecretData;
import io.quarkus.vault.client.api.secrets.kv2.VaultSecretsKV2UpdateSecretOptions;
import io.quarkus.vault.client.api.sys.health.VaultHealthStatus;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;

/**
 * Secrets in HashiCorp Vault, KV version 2. The extension's own {@code VaultKVSecretEngine} knows neither check-and-set
 * nor versions nor destroying, so its client is used underneath.
 */
@Singleton
@Typed(VaultSecrets.class)
class VaultSecrets implements SecretStore {
    private static final String FIELD = "secret";

    private final VaultClient vault;
    private final VaultSecretsKV2 secrets;
    private final Duration timeout;

    VaultSecrets(VaultClient vault, VaultConfig config) {
        this.vault = vault;
        this.secrets = vault.secrets().kv2(config.mount());
        this.timeout = config.timeout();
    }

    @Override
    public String name() {
        return "vault";
    }

    @Override
    public int write(SecretPath path, int currentVersion, Secret secret) {
        var checkAndSet = new VaultSecretsKV2UpdateSecretOptions().setCas(currentVersion);
        try {
            await(secrets.updateSecret(path.text(), checkAndSet, Map.of(FIELD, secret.reveal())));
            return currentVersion + 1;
        } catch (VaultClientException refused) {
            throw refused.hasErrorContaining("check-and-set")
                    ? SecretStoreProblem.conflict(path)
                    : unavailable(refused);
        }
    }

    @Override
    public Secret read(SecretPath path, int version) {
        try {
            VaultSecretsKV2ReadSecretData found = await(secrets.readSecret(path.text(), version));
            if (found.getData() == null || !(found.getData().get(FIELD) instanceof String secret)) {
                throw SecretStoreProblem.missing(path, version);
            }
            return Secret.of(secret);
        } catch (VaultClientException refused) {
            throw isMissing(refused) ? SecretStoreProblem.missing(path, version) : unavailable(refused);
        }
    }

    @Override
    public void destroy(SecretPath path) {
        try {
            int current = await(secrets.readSecretMetadata(path.text())).getCurrentVersion();
            List<Integer> versions = IntStream.rangeClosed(1, current).boxed().toList();
            if (!versions.isEmpty()) {
                await(secrets.destroySecretVersions(path.text(), versions));
            }
            await(secrets.deleteSecretMetadata(path.text()));
        } catch (VaultClientException refused) {
            if (!isMissing(refused)) {
                throw unavailable(refused);
            }
        }
    }

    @Override
    public void requireReady() {
        VaultHealthStatus status = await(vault.sys().health().status());
        boolean ready = status == VaultHealthStatus.INITIALIZED_UNSEALED_ACTIVE
                // A standby passes calls on to the active one.
                || status == VaultHealthStatus.UNSEALED_STANDBY
                || status == VaultHealthStatus.PERFORMANCE_STANDBY;
        if (!ready) {
            throw SecretStoreProblem.unavailable("Vault is " + words(status) + ".", null);
        }
    }

    private <T> T await(CompletionStage<T> call) {
        try {
            return call.toCompletableFuture().get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof VaultClientException refused) {
                throw refused;
            }
            throw SecretStoreProblem.unavailable("Vault does not answer.", failure.getCause());
        } catch (TimeoutException late) {
            throw SecretStoreProblem.unavailable("Vault does not answer in time.", late);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw SecretStoreProblem.unavailable("The wait for Vault was interrupted.", stopped);
        }
    }

    private static boolean isMissing(VaultClientException refused) {
        return Integer.valueOf(404).equals(refused.getStatus());
    }

    private static SecretStoreProblem unavailable(VaultClientException refused) {
        String why = refused.isPermissionDenied()
                ? "Vault does not let this service in; check its policy and credentials."
                : "Vault answered with status " + refused.getStatus() + ".";
        return SecretStoreProblem.unavailable(why, refused);
    }

    private static String words(VaultHealthStatus status) {
        return status.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}

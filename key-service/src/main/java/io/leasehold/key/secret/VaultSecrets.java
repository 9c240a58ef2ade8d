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
import org.jspecify.annotations.Nullable;

/**
 * Secrets in HashiCorp Vault, KV version 2. The extension's own {@code VaultKVSecretEngine} knows neither check-and-set
 * nor versions nor destroying, so its client is used underneath.
 */
@Singleton
@Typed(VaultSecrets.class)
class VaultSecrets implements SecretStore {
    private static final String FIELD = "secret";
    private static final String NO_MOUNT = "no handler for route";

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
        // Vault takes 0 for the latest version.
        if (version < 1) {
            throw SecretStoreProblem.missing(path, version);
        }
        try {
            VaultSecretsKV2ReadSecretData found = await(secrets.readSecret(path.text(), version));
            if (found.getData() == null) {
                throw SecretStoreProblem.missing(path, version);
            }
            return secret(path, found.getData().get(FIELD));
        } catch (VaultClientException refused) {
            throw isMissing(refused) ? SecretStoreProblem.missing(path, version) : unavailable(refused);
        }
    }

    /** Somebody else may have written there. */
    private static Secret secret(SecretPath path, @Nullable Object stored) {
        try {
            if (stored instanceof String text) {
                return Secret.of(text);
            }
        } catch (IllegalArgumentException malformed) {
            throw notOurs(path);
        }
        throw notOurs(path);
    }

    private static SecretStoreProblem notOurs(SecretPath path) {
        return SecretStoreProblem.damaged(path, "is not as this service writes it.");
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

    /** Vault tells everybody how it is; whether we may come in is another question. */
    @Override
    public void requireReady() {
        try {
            requireUsable(await(vault.sys().health().status()));
            await(vault.auth().token().lookupSelf());
        } catch (VaultClientException refused) {
            throw unavailable(refused);
        }
    }

    private static void requireUsable(VaultHealthStatus status) {
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

    /** A mount that isn't there answers 404 too; taking that for a missing secret would let one be forgotten undestroyed. */
    private static boolean isMissing(VaultClientException refused) {
        return Integer.valueOf(404).equals(refused.getStatus()) && !refused.hasErrorContaining(NO_MOUNT);
    }

    private static SecretStoreProblem unavailable(VaultClientException refused) {
        String why;
        if (refused.isPermissionDenied()) {
            why = "Vault does not let this service in; check its policy and credentials.";
        } else if (refused.hasErrorContaining(NO_MOUNT)) {
            why = "Vault has no secrets engine at the mount that leasehold.vault.mount names.";
        } else {
            why = "Vault answered with status " + refused.getStatus() + ".";
        }
        return SecretStoreProblem.unavailable(why, refused);
    }

    private static String words(VaultHealthStatus status) {
        return status.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}

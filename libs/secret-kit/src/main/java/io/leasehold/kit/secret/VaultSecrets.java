package io.leasehold.kit.secret;

import io.leasehold.providers.Secret;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.vault.client.VaultClient;
import io.quarkus.vault.client.VaultClientException;
import io.quarkus.vault.client.api.secrets.kv2.VaultSecretsKV2;
import io.quarkus.vault.client.api.secrets.kv2.VaultSecretsKV2ReadSecretData;
import io.quarkus.vault.client.api.secrets.kv2.VaultSecretsKV2UpdateSecretOptions;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Secrets in HashiCorp Vault, KV version 2, by this service's own sign-in. */
@Singleton
@Typed(VaultSecrets.class)
public class VaultSecrets implements SecretStore {
    private static final String FIELD = "secret";
    private static final Pattern UUID_FOLDER = Pattern.compile("[0-9a-f-]{36}/");

    private final VaultClient vault;
    private final VaultSecretsKV2 secrets;
    private final Duration timeout;
    private final VaultMetrics metrics;

    /** @throws IllegalArgumentException when it is not said where Vault is, or how to sign in */
    public VaultSecrets(VaultConfig config, MeterRegistry registry) {
        this.vault = VaultSignIn.client(config);
        this.secrets = vault.secrets().kv2(config.mount());
        this.timeout = config.timeout();
        this.metrics = new VaultMetrics(registry);
    }

    @Override
    public String name() {
        return "vault";
    }

    @Override
    public int currentVersion(SecretPath path) {
        return metrics.timed("version", () -> {
            try {
                return await(secrets.readSecretMetadata(path.text())).getCurrentVersion();
            } catch (VaultClientException refused) {
                if (VaultFailures.isMissing(refused)) {
                    return 0;
                }
                throw VaultFailures.of(refused);
            }
        });
    }

    @Override
    public int write(SecretPath path, int currentVersion, Secret secret) {
        var checkAndSet = new VaultSecretsKV2UpdateSecretOptions().setCas(currentVersion);
        return metrics.timed("write", () -> {
            try {
                await(secrets.updateSecret(path.text(), checkAndSet, Map.of(FIELD, secret.reveal())));
                return currentVersion + 1;
            } catch (VaultClientException refused) {
                throw refused.hasErrorContaining("check-and-set")
                        ? SecretStoreProblem.conflict(path)
                        : VaultFailures.of(refused);
            }
        });
    }

    @Override
    public Secret read(SecretPath path, int version) {
        // Vault takes 0 for the latest version.
        if (version < 1) {
            throw SecretStoreProblem.missing(path, version);
        }
        return metrics.timed("read", () -> {
            try {
                VaultSecretsKV2ReadSecretData found = await(secrets.readSecret(path.text(), version));
                if (found.getData() == null) {
                    throw SecretStoreProblem.missing(path, version);
                }
                return secret(path, found.getData().get(FIELD));
            } catch (VaultClientException refused) {
                throw VaultFailures.isMissing(refused)
                        ? SecretStoreProblem.missing(path, version)
                        : VaultFailures.of(refused);
            }
        });
    }

    /**
     * The newest version of a secret that is none of ours, all its fields that are text; empty where there is none.
     *
     * @param mount of a KV v2 engine
     */
    public Map<String, String> fields(String mount, String path) {
        return metrics.timed("read", () -> {
            try {
                Map<String, Object> data =
                        await(vault.secrets().kv2(mount).readSecret(path)).getData();
                return data == null ? Map.of() : texts(data);
            } catch (VaultClientException refused) {
                if (VaultFailures.isMissing(refused)) {
                    return Map.of();
                }
                throw VaultFailures.of(refused);
            }
        });
    }

    private static Map<String, String> texts(Map<String, Object> data) {
        return data.entrySet().stream()
                .filter(field -> field.getValue() instanceof String)
                .collect(Collectors.toMap(Map.Entry::getKey, field -> (String) field.getValue()));
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
        return SecretStoreProblem.damaged(path, "is not as key-service writes it.");
    }

    @Override
    public void destroy(SecretPath path, int version) {
        destroy(() -> await(secrets.destroySecretVersions(path.text(), List.of(version))));
    }

    @Override
    public void destroy(SecretPath path) {
        List<Integer> versions =
                IntStream.rangeClosed(1, currentVersion(path)).boxed().toList();
        destroy(() -> {
            if (!versions.isEmpty()) {
                await(secrets.destroySecretVersions(path.text(), versions));
            }
            await(secrets.deleteSecretMetadata(path.text()));
        });
    }

    private void destroy(Runnable calls) {
        metrics.timed("destroy", () -> {
            try {
                calls.run();
            } catch (VaultClientException refused) {
                if (!VaultFailures.isMissing(refused)) {
                    throw VaultFailures.of(refused);
                }
            }
            return null;
        });
    }

    /** Whatever else may lie in this mount is not ours. */
    @Override
    public List<SecretPath> list() {
        return metrics.timed(
                "list",
                () -> names("")
                        .filter(workspace -> UUID_FOLDER.matcher(workspace).matches())
                        .flatMap(this::listWorkspace)
                        .toList());
    }

    private Stream<SecretPath> listWorkspace(String folder) {
        UUID workspaceId = UUID.fromString(folder.substring(0, folder.length() - 1));
        return Stream.of(SecretPath.Owner.values())
                .flatMap(owner -> names(folder + owner.folder() + "/")
                        .filter(name -> !name.endsWith("/"))
                        .map(name -> new SecretPath(workspaceId, owner, UUID.fromString(name))));
    }

    private Stream<String> names(String folder) {
        try {
            return await(secrets.listSecrets(folder)).stream();
        } catch (VaultClientException refused) {
            if (VaultFailures.isMissing(refused)) {
                return Stream.empty();
            }
            throw VaultFailures.of(refused);
        }
    }

    /** Vault tells everybody how it is; whether we may come in is another question. */
    @Override
    public void requireReady() {
        metrics.timed("ready", () -> {
            try {
                VaultFailures.requireUsable(await(vault.sys().health().status()));
                await(vault.auth().token().lookupSelf());
                return null;
            } catch (VaultClientException refused) {
                throw VaultFailures.of(refused);
            }
        });
    }

    private <T> T await(CompletionStage<T> call) {
        try {
            return call.toCompletableFuture().get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof VaultClientException refused) {
                throw refused;
            }
            throw VaultFailures.withoutAnswer(failure.getCause());
        } catch (TimeoutException late) {
            throw VaultFailures.withoutAnswer(late);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw SecretStoreProblem.unavailable("The wait for Vault was interrupted.", stopped);
        }
    }
}

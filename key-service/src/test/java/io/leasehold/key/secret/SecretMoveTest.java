package io.leasehold.key.secret;

import static io.leasehold.key.secret.SecretStoreContract.anyPath;
import static io.leasehold.key.secret.SecretStoreContract.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.key.SimulatedProviders;
import io.leasehold.kit.database.Database;
import io.leasehold.kit.secret.SecretPath;
import io.leasehold.kit.secret.SecretStore;
import io.leasehold.kit.secret.SecretStoreProblem.Reason;
import io.leasehold.kit.secret.VaultConfig;
import io.leasehold.kit.secret.VaultSecrets;
import io.leasehold.providers.Secret;
import io.leasehold.test.TestVault;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All secrets of a Vault that nobody else has any in. */
@QuarkusTest
class SecretMoveTest {
    @Inject
    Database database;

    @TempDir
    Path folder;

    @Test
    void nothingIsLeftBehindAlsoWhereVaultIsSealedInTheMiddle() throws Exception {
        TestVault started = TestVault.start(folder).orElse(null);
        assertThat(started != null || !"true".equals(System.getenv("CI"))).isTrue();
        Assumptions.assumeTrue(started != null, "no Vault to start; './leasehold vault build' makes one");
        try (TestVault own = started) {
            SecretStore vault = store(own);
            List<SecretPath> paths =
                    Stream.generate(SecretStoreContract::anyPath).limit(5).toList();
            paths.forEach(path -> vault.write(path, 0, Secret.of(path.text())));
            SecretPath account =
                    SecretPath.ofAccount(anyPath().workspaceId(), anyPath().id());
            vault.write(account, 0, Secret.of("of-the-account"));
            SecretStore sealed = new SealedSecrets(
                    MasterKeys.of(MasterKey.ofHex(SimulatedProviders.MASTER_KEY)), database, Clock.systemUTC());
            SecretMove move = new SecretMove(vault, new MovingSecrets(sealed, vault, database));

            assertFails(() -> move.run(moved -> sealAfter(own, moved)), Reason.SEALED);
            own.unseal();
            SecretMove.Result rest = move.run(moved -> {});

            assertThat(rest).isEqualTo(new SecretMove.Result(4, 0, List.of()));
            assertThat(vault.list()).isEmpty();
            assertThat(paths)
                    .allSatisfy(
                            path -> assertThat(sealed.read(path, 1).reveal()).isEqualTo(path.text()));
            assertThat(sealed.read(account, 1).reveal()).isEqualTo("of-the-account");
        }
    }

    private static void sealAfter(TestVault vault, int moved) {
        if (moved == 2) {
            try {
                vault.seal();
            } catch (Exception failure) {
                throw new IllegalStateException(failure);
            }
        }
    }

    private static SecretStore store(TestVault vault) {
        VaultConfig config = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(VaultConfig.class)
                .withDefaultValues(Map.of(
                        "leasehold.vault.url", vault.address().url().toString(),
                        "leasehold.vault.role-id",
                                vault.address().role("key-service").roleId(),
                        "leasehold.vault.secret-id",
                                vault.address().role("key-service").secretId()))
                .build()
                .getConfigMapping(VaultConfig.class);
        return new VaultSecrets(config, new SimpleMeterRegistry());
    }
}

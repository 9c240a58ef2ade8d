package io.leasehold.key.secret;

import static io.leasehold.key.secret.SecretStoreContract.anyPath;
import static io.leasehold.key.secret.SecretStoreContract.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.key.SimulatedProviders;
import io.leasehold.kit.database.Database;
import io.leasehold.kit.secret.SecretPath;
import io.leasehold.kit.secret.SecretStore;
import io.leasehold.kit.secret.SecretStoreProblem.Reason;
import io.leasehold.kit.secret.VaultSecrets;
import io.leasehold.providers.Secret;
import io.leasehold.test.Servers;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Secrets on their way, in both directions; and a store like any other meanwhile. */
@QuarkusTest
class MovingSecretsTest implements SecretStoreContract {
    @Inject
    Instance<VaultSecrets> vaultSecrets;

    @Inject
    Database database;

    private SecretStore vault;
    private SecretStore sealed;

    @BeforeEach
    void open() {
        Servers.requireVault();
        vault = vaultSecrets.get();
        sealed = new SealedSecrets(
                MasterKeys.of(MasterKey.ofHex(SimulatedProviders.MASTER_KEY)), database, Clock.systemUTC());
    }

    @Override
    public SecretStore store() {
        return moving(sealed, vault);
    }

    private MovingSecrets moving(SecretStore from, SecretStore to) {
        return new MovingSecrets(to, from, database);
    }

    @Test
    void whatIsNotMovedYetIsReadWhereItIs() {
        SecretPath path = anyPath();
        sealed.write(path, 0, Secret.of("first"));

        assertThat(store().read(path, 1).reveal()).isEqualTo("first");
        assertThat(store().currentVersion(path)).isEqualTo(1);
    }

    @Test
    void aNewVersionTakesTheOldOnesWithIt() {
        SecretPath path = anyPath();
        sealed.write(path, 0, Secret.of("first"));

        assertThat(store().write(path, 1, Secret.of("second"))).isEqualTo(2);

        assertThat(vault.read(path, 1).reveal()).isEqualTo("first");
        assertThat(vault.read(path, 2).reveal()).isEqualTo("second");
        assertThat(sealed.currentVersion(path)).isZero();
    }

    @Test
    void whatIsDestroyedIsGoneFromBoth() {
        SecretPath path = anyPath();
        sealed.write(path, 0, Secret.of("first"));

        store().destroy(path);

        assertThat(sealed.currentVersion(path)).isZero();
        assertThat(vault.currentVersion(path)).isZero();
    }

    /** Killed before each call of a store, and again after that one is done; then it is tried once more. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aMoveMayBeKilledAnywhere(boolean toVault) {
        SecretStore from = toVault ? sealed : vault;
        SecretStore to = toVault ? vault : sealed;
        for (int kill = 0; ; kill++) {
            SecretPath path = threeVersionsOfWhichTheFirstIsDestroyed(from);
            Mortal mortal = new Mortal(kill);
            boolean killed = false;
            try {
                moving(mortal.behind(from), mortal.behind(to)).move(path);
            } catch (Mortal.KilledException died) {
                killed = true;
                assertThat(moving(from, to).read(path, 2).reveal()).isEqualTo("second");
                assertThat(moving(from, to).read(path, 3).reveal()).isEqualTo("third");
                moving(from, to).move(path);
            }

            assertThat(from.currentVersion(path))
                    .as("left behind, killed at %d", kill)
                    .isZero();
            assertFails(() -> to.read(path, 1), Reason.MISSING);
            assertThat(to.read(path, 2).reveal()).isEqualTo("second");
            assertThat(to.read(path, 3).reveal()).isEqualTo("third");
            if (!killed) {
                assertThat(kill).isGreaterThan(10);
                return;
            }
        }
    }

    private static SecretPath threeVersionsOfWhichTheFirstIsDestroyed(SecretStore store) {
        SecretPath path = anyPath();
        store.write(path, 0, Secret.of("first"));
        store.write(path, 1, Secret.of("second"));
        store.write(path, 2, Secret.of("third"));
        store.destroy(path, 1);
        return path;
    }

    /** Vault first destroys the versions and then forgets them; in between all look as if they had been destroyed before. */
    @Test
    void killedWhileTheOldStoreForgetsItLosesNothing() {
        SecretPath path = anyPath();
        vault.write(path, 0, Secret.of("first"));
        sealed.write(path, 0, Secret.of("first"));
        vault.destroy(path, 1);

        moving(vault, sealed).move(path);

        assertThat(sealed.read(path, 1).reveal()).isEqualTo("first");
        assertThat(vault.currentVersion(path)).isZero();
    }

    @Test
    void twoMovesAndADestructionAtOnceLeaveNothingBehindAndLoseNothing() throws Exception {
        List<SecretPath> kept = IntStream.range(0, 10)
                .mapToObj(i -> threeVersionsOfWhichTheFirstIsDestroyed(sealed))
                .toList();
        List<SecretPath> destroyed = IntStream.range(0, 10)
                .mapToObj(i -> threeVersionsOfWhichTheFirstIsDestroyed(sealed))
                .toList();
        Callable<Void> move = () -> {
            for (int i = 0; i < kept.size(); i++) {
                moving(sealed, vault).move(kept.get(i));
                moving(sealed, vault).move(destroyed.get(i));
            }
            return null;
        };
        Callable<Void> destroy = () -> {
            destroyed.forEach(store()::destroy);
            return null;
        };

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Void> ended : threads.invokeAll(List.of(move, destroy, move))) {
                ended.get();
            }
        }

        assertThat(destroyed)
                .allSatisfy(path -> assertThat(store().currentVersion(path)).isZero());
        assertThat(kept).allSatisfy(path -> {
            assertThat(sealed.currentVersion(path)).isZero();
            assertThat(vault.read(path, 2).reveal()).isEqualTo("second");
            assertThat(vault.read(path, 3).reveal()).isEqualTo("third");
        });
    }
}

package io.leasehold.key.secret;

import static io.leasehold.key.secret.SecretStoreContract.anyPath;
import static io.leasehold.key.secret.SecretStoreContract.assertFails;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.key.SimulatedProviders;
import io.leasehold.kit.database.Database;
import io.leasehold.kit.secret.SecretPath;
import io.leasehold.kit.secret.SecretStore;
import io.leasehold.kit.secret.SecretStoreProblem;
import io.leasehold.providers.Secret;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SealedSecretsTest implements SecretStoreContract {
    private static final String OTHER_KEY = "ff".repeat(32);

    @Inject
    Database database;

    private SealedSecrets store;

    @BeforeEach
    void open() {
        store = new SealedSecrets(
                MasterKeys.of(MasterKey.ofHex(SimulatedProviders.MASTER_KEY)), database, Clock.systemUTC());
    }

    @Override
    public SecretStore store() {
        return store;
    }

    @Test
    void theTableHoldsNoSecret() {
        SecretPath path = anyPath();
        store.write(path, 0, Secret.of("sk-very-recognisable"));

        byte[] ciphertext = database.asSystem(
                handle -> handle.select("select ciphertext from sealed_secret where owner_id = ?", path.id())
                        .mapTo(byte[].class)
                        .one());

        assertThat(new String(ciphertext, ISO_8859_1)).doesNotContain("recognisable");
    }

    @Test
    void aChangedCiphertextDoesNotOpen() {
        SecretPath path = anyPath();
        store.write(path, 0, Secret.of("first"));

        database.useSystem(handle -> handle.execute(
                "update sealed_secret set ciphertext = set_byte(ciphertext, 0, get_byte(ciphertext, 0) # 1)"
                        + " where owner_id = ?",
                path.id()));

        assertFails(() -> store.read(path, 1), SecretStoreProblem.Reason.DAMAGED);
    }

    @Test
    void aCiphertextMovedToAnotherKeyDoesNotOpen() {
        SecretPath one = anyPath();
        SecretPath other = SecretPath.ofKey(one.workspaceId(), UUID.randomUUID());
        store.write(one, 0, Secret.of("one"));
        store.write(other, 0, Secret.of("other"));

        database.useSystem(handle -> handle.execute("""
                        update sealed_secret s set nonce = o.nonce, ciphertext = o.ciphertext
                        from sealed_secret o where s.owner_id = ? and o.owner_id = ?
                        """, one.id(), other.id()));

        assertFails(() -> store.read(one, 1), SecretStoreProblem.Reason.DAMAGED);
        assertThat(store.read(other, 1).reveal()).isEqualTo("other");
    }

    @Test
    void aVersionPassedOffAsAnotherDoesNotOpen() {
        SecretPath path = anyPath();
        store.write(path, 0, Secret.of("first"));

        database.useSystem(
                handle -> handle.execute("update sealed_secret set version = 2 where owner_id = ?", path.id()));

        assertFails(() -> store.read(path, 2), SecretStoreProblem.Reason.DAMAGED);
    }

    @Test
    void anotherMasterKeyOpensNothing() {
        SecretPath path = anyPath();
        store.write(path, 0, Secret.of("first"));

        SealedSecrets other = new SealedSecrets(MasterKeys.of(MasterKey.ofHex(OTHER_KEY)), database, Clock.systemUTC());

        assertFails(() -> other.read(path, 1), SecretStoreProblem.Reason.DAMAGED);
    }

    @Test
    void theSameSecretIsNeverSealedAlike() {
        SecretPath one = anyPath();
        SecretSeal seal = new SecretSeal(MasterKeys.of(MasterKey.ofHex(OTHER_KEY)));

        assertThat(seal.seal(one, 1, Secret.of("same")).ciphertext())
                .isNotEqualTo(seal.seal(one, 1, Secret.of("same")).ciphertext());
    }
}

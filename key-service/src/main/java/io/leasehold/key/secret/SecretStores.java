package io.leasehold.key.secret;

import io.leasehold.kit.database.Database;
import io.leasehold.kit.secret.SecretStore;
import io.leasehold.kit.secret.SecretsConfig;
import io.leasehold.kit.secret.SecretsConfig.StoreKind;
import java.time.Clock;
import java.util.function.Supplier;

/** Makes the secret stores that the configuration names. */
final class SecretStores {
    private final SecretsConfig config;
    private final SealedConfig sealed;
    private final MoveConfig move;
    private final Supplier<? extends SecretStore> vault;
    private final Database database;
    private final Clock clock;

    /** @param vault is asked only where Vault is named */
    SecretStores(
            SecretsConfig config,
            SealedConfig sealed,
            MoveConfig move,
            Supplier<? extends SecretStore> vault,
            Database database,
            Clock clock) {
        this.config = config;
        this.sealed = sealed;
        this.move = move;
        this.vault = vault;
        this.database = database;
        this.clock = clock;
    }

    /** @throws IllegalArgumentException when it can't be made with what is configured */
    SecretStore chosen() {
        return move.movingFrom().isPresent() ? moving(old()) : store(config.store());
    }

    /** @throws IllegalArgumentException when it is not said from where */
    SecretMove move() {
        SecretStore old = old();
        return new SecretMove(old, moving(old));
    }

    private MovingSecrets moving(SecretStore old) {
        return new MovingSecrets(store(config.store()), old, database);
    }

    private SecretStore old() {
        StoreKind from = move.movingFrom()
                .filter(kind -> kind != config.store())
                .orElseThrow(() -> new IllegalArgumentException("Secrets move to where leasehold.secrets.store says;"
                        + " leasehold.secrets.moving-from must name the other store."));
        return store(from);
    }

    private SecretStore store(StoreKind kind) {
        return switch (kind) {
            case VAULT -> vault.get();
            case SEALED -> new SealedSecrets(MasterKeys.of(sealed), database, clock);
        };
    }
}

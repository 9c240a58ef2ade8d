package io.leasehold.key.secret;

import io.leasehold.kit.database.Database;
import io.leasehold.kit.secret.SecretStore;
import io.leasehold.kit.secret.SecretsConfig;
import io.leasehold.kit.secret.VaultSecrets;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.jboss.logging.Logger;

/** Makes the one secret store that the configuration names; at start, so that a wrong master key ends it at once. */
@Dependent
class SecretStoreChoice {
    private static final Logger LOG = Logger.getLogger(SecretStoreChoice.class);

    @Produces
    @Singleton
    SecretStore chosen(
            SecretsConfig config,
            SealedConfig sealed,
            MoveConfig move,
            Instance<VaultSecrets> vault,
            Database database,
            Clock clock) {
        return new SecretStores(config, sealed, move, vault::get, database, clock).chosen();
    }

    static void onStart(@Observes StartupEvent event, SecretStore store) {
        LOG.infof("secret store chosen store=%s", store.name());
    }
}

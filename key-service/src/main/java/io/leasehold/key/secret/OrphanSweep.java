package io.leasehold.key.secret;

import io.leasehold.kit.database.Database;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;

/** Destroys secrets whose row never came, because the process died between the two. */
@ApplicationScoped
class OrphanSweep {
    private static final Logger LOG = Logger.getLogger(OrphanSweep.class);

    private final SecretStore secrets;
    private final Database database;
    private final SecretsConfig config;
    private final Clock clock;

    OrphanSweep(SecretStore secrets, Database database, SecretsConfig config, Clock clock) {
        this.secrets = secrets;
        this.database = database;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(every = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() {
        sweepOlderThan(clock.instant().minus(config.orphanAge()));
    }

    void sweepOlderThan(Instant before) {
        while (database.asSystem(handle -> sweepOne(handle, before))) {
            LOG.info("secret without row destroyed");
        }
    }

    /** @return whether there was one */
    private boolean sweepOne(Handle handle, Instant before) {
        Optional<SecretPath> orphan = PendingSecretStore.lockOlderThan(handle, before);
        orphan.ifPresent(path -> {
            secrets.destroy(path);
            PendingSecretStore.remove(handle, path);
        });
        return orphan.isPresent();
    }
}

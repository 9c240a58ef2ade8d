package io.leasehold.key.secret;

import io.leasehold.kit.database.Database;
import io.leasehold.kit.secret.SecretPath;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Destroys secrets whose row never came, because the process died between the two. */
@ApplicationScoped
class OrphanSweep {
    private static final int AT_ONCE = 100;

    private final Orphans orphans;
    private final Database database;
    private final OrphanConfig config;
    private final Clock clock;

    OrphanSweep(Orphans orphans, Database database, OrphanConfig config, Clock clock) {
        this.orphans = orphans;
        this.database = database;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(every = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() {
        sweepOlderThan(clock.instant().minus(config.orphanAge()));
    }

    void sweepOlderThan(Instant before) {
        database.useSystem(handle -> PendingSecretStore.abandonOlderThan(handle, before));
        List<SecretPath> abandoned = database.asSystem(handle -> PendingSecretStore.listAbandoned(handle, AT_ONCE));
        for (SecretPath path : abandoned) {
            if (!orphans.destroy(path)) {
                return;
            }
        }
    }
}

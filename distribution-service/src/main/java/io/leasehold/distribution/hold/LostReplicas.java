package io.leasehold.distribution.hold;

import io.leasehold.contracts.hold.WindowKey;
import io.leasehold.kit.database.Database;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;

/**
 * Closes the holds of replicas that were not heard of for longer than a term, once everything that was told before that is
 * settled. Runs on every arbiter; none does the work of another.
 */
@Singleton
class LostReplicas {
    private static final Logger LOG = Logger.getLogger(LostReplicas.class);
    private static final int BATCH = 500;

    private final Database database;
    private final HoldConfig config;
    private final SettleProgress progress;

    LostReplicas(Database database, HoldConfig config, SettleProgress progress) {
        this.database = database;
        this.config = config;
        this.progress = progress;
    }

    @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void close() {
        Duration patience = config.term().plus(config.margin());
        List<ReplicaStore.Silent> silent = database.asSystem(handle -> ReplicaStore.listSilent(handle, patience));
        for (ReplicaStore.Silent replica : silent) {
            if (progress.hasPassed(replica.renewedAt().plus(patience))) {
                database.useSystem(handle -> ReplicaStore.lock(handle, replica).ifPresent(id -> close(handle, id)));
            }
        }
        closeHolds();
    }

    private static void close(Handle handle, UUID replica) {
        ReplicaStore.close(handle, replica);
        LOG.warnf("gateway replica lost, what it holds is presumed spent replica=%s", replica);
    }

    /** Few windows at a time: those that everybody shares are among them. What is still to be done counts as held. */
    private void closeHolds() {
        boolean more;
        do {
            more = database.asSystem(handle -> ReplicaStore.lockToEmpty(handle)
                    .map(replica -> closeSome(handle, replica))
                    .isPresent());
        } while (more);
    }

    private static UUID closeSome(Handle handle, UUID replica) {
        List<WindowKey> windows = HoldStore.openWindows(handle, replica, BATCH);
        WindowBooks books = WindowBooks.lock(handle, windows, Set.of(replica));
        books.all().forEach(book -> book.close(replica));
        books.save(handle);
        if (windows.size() < BATCH) {
            ReplicaStore.markEmptied(handle, replica);
        }
        return replica;
    }
}

package io.leasehold.distribution.lease;

import io.leasehold.contracts.event.EventType;
import io.leasehold.distribution.node.NodeRemoved;
import io.leasehold.kit.audit.Audit;
import io.leasehold.kit.database.Database;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/**
 * Revokes the leases of nodes that were removed: at once where it was done, and by looking for what that left undone. In
 * batches, so that few leases are locked at a time. Runs on every replica; none does the work of another.
 */
@Singleton
class NodeExitSweep {
    private static final int BATCH = 200;
    private static final String WHY = "its node was removed";

    private final Database database;
    private final LeaseJournal journal;
    private final Audit audit;
    private final Clock clock;

    NodeExitSweep(Database database, LeaseJournal journal, Audit audit, Clock clock) {
        this.database = database;
        this.journal = journal;
        this.audit = audit;
        this.clock = clock;
    }

    void onRemoval(@Observes NodeRemoved removed) {
        sweep();
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() {
        int revoked;
        do {
            revoked = database.asSystem(this::revokeSome);
        } while (revoked == BATCH);
    }

    private int revokeSome(Handle handle) {
        Instant now = clock.instant();
        List<Lease> leases = LeaseStore.lockOfRemovedNodes(handle, now, BATCH);
        for (Lease lease : leases) {
            audit.recordOwn(
                    handle, lease.workspaceId(), "lease.revoke", "lease", lease.leaseId(), Map.of("reason", WHY));
            journal.write(handle, EventType.LEASE_REVOKED, new UsableLease(lease).revoke(now, WHY));
        }
        return leases.size();
    }
}

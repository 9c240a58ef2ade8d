package io.leasehold.distribution.lease;

import io.leasehold.contracts.LeaseState;
import io.leasehold.contracts.event.EventType;
import io.leasehold.distribution.key.PoolChanged;
import io.leasehold.distribution.notice.NoticeKind;
import io.leasehold.kit.database.Database;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Drains direct leases whose key was rotated or is about to be revoked: their nodes have a secret that will not work for long
 * and should come for another. Runs on every replica; none does the work of another.
 */
@Singleton
class DrainSweep {
    private static final int BATCH = 200;

    private final Database database;
    private final LeaseJournal journal;
    private final Clock clock;

    DrainSweep(Database database, LeaseJournal journal, Clock clock) {
        this.database = database;
        this.journal = journal;
        this.clock = clock;
    }

    void onPoolChange(@ObservesAsync PoolChanged change) {
        drain();
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void drain() {
        int told;
        do {
            told = database.asSystem(this::drainSome);
        } while (told == BATCH);
    }

    private int drainSome(Handle handle) {
        Instant now = clock.instant();
        List<Lease> leases = LeaseStore.lockDirectToTell(handle, now, BATCH);
        for (Lease lease : leases) {
            UsableLease usable = new UsableLease(lease);
            if (lease.state() == LeaseState.ACTIVE) {
                journal.write(handle, EventType.LEASE_RENEWED, usable.drain());
            } else {
                Lease active = journal.write(handle, EventType.LEASE_RENEWED, usable.goOn());
                journal.tellNode(handle, NoticeKind.LEASE_ACTIVE, active);
            }
        }
        return leases.size();
    }
}

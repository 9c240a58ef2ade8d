package io.leasehold.distribution.lease;

import io.leasehold.contracts.event.EventType;
import io.leasehold.kit.database.Database;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Ends leases whose time is over. Runs on every replica; none does the work of another. */
@Singleton
class ExpirySweep {
    private static final int BATCH = 500;

    private final Database database;
    private final LeaseJournal journal;
    private final Clock clock;

    ExpirySweep(Database database, LeaseJournal journal, Clock clock) {
        this.database = database;
        this.journal = journal;
        this.clock = clock;
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void expireOverdue() {
        int expired;
        do {
            expired = database.asSystem(this::expireSome);
        } while (expired == BATCH);
    }

    private int expireSome(Handle handle) {
        Instant now = clock.instant();
        List<Lease> overdue = LeaseStore.lockOverdue(handle, now, BATCH);
        journal.writeAll(
                handle,
                EventType.LEASE_EXPIRED,
                overdue.stream()
                        .map(lease -> new UsableLease(lease).expire(now))
                        .toList());
        return overdue.size();
    }
}

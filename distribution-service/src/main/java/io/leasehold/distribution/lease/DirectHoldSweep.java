package io.leasehold.distribution.lease;

import io.leasehold.distribution.hold.DirectHolds;
import io.leasehold.kit.database.Database;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Closes what was set aside for direct leases that have ended, one lease at a time: so windows are locked in their order,
 * however many leases end together. Runs on every replica; none does the work of another.
 */
@Singleton
class DirectHoldSweep {
    private final Database database;
    private final Clock clock;

    DirectHoldSweep(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void closeHolds() {
        boolean closed;
        do {
            closed = database.asSystem(this::closeOne);
        } while (closed);
    }

    private boolean closeOne(Handle handle) {
        Optional<Lease> ended = LeaseStore.lockEndedAndHeld(handle);
        ended.ifPresent(lease -> {
            DirectHolds.close(handle, lease.leaseId(), clock.instant());
            LeaseStore.noteHeld(handle, lease, false);
        });
        return ended.isPresent();
    }
}

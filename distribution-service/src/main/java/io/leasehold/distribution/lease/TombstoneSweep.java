package io.leasehold.distribution.lease;

import io.leasehold.contracts.event.EventType;
import io.leasehold.kit.database.Database;
import io.leasehold.kit.outbox.Outbox;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Takes leases that ended a day ago off their topic, and deletes their tokens: until then a gateway can say what became of
 * a token, afterwards it is unknown. The lease itself is kept. Runs on every replica; none does the work of another.
 */
@Singleton
class TombstoneSweep {
    private static final int BATCH = 500;
    private static final Duration KEPT_FOR = Duration.ofHours(24);

    private final Database database;
    private final Outbox outbox;
    private final Clock clock;

    TombstoneSweep(Database database, Outbox outbox, Clock clock) {
        this.database = database;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Scheduled(every = "1m", delayed = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() {
        int taken;
        do {
            taken = takeSomeOff();
        } while (taken == BATCH);
    }

    /** @return how many leases it took off */
    int takeSomeOff() {
        return database.asSystem(this::takeOff);
    }

    private int takeOff(Handle handle) {
        Instant now = clock.instant();
        List<LeaseStore.Ended> ended = LeaseStore.lockEnded(handle, now.minus(KEPT_FOR), BATCH);
        ended.forEach(lease -> {
            LeaseTokenStore.deleteAll(handle, lease.workspaceId(), lease.leaseId());
            LeaseStore.noteTombstone(handle, lease, now);
            outbox.appendTombstone(
                    handle, last(lease), lease.workspaceId(), lease.leaseId().toString());
        });
        return ended.size();
    }

    private static EventType last(LeaseStore.Ended lease) {
        return switch (lease.state()) {
            case RELEASED -> EventType.LEASE_RELEASED;
            case EXPIRED -> EventType.LEASE_EXPIRED;
            case REVOKED -> EventType.LEASE_REVOKED;
            case ACTIVE, DRAINING -> throw new IllegalStateException("Lease " + lease.leaseId() + " has not ended");
        };
    }
}

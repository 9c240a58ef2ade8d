package io.leasehold.distribution.lease;

import io.leasehold.contracts.event.EventType;
import io.leasehold.kit.audit.Audit;
import io.leasehold.kit.database.Database;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.jdbi.v3.core.Handle;

/**
 * Ends leases that have no end of their own once their nodes are gone, and gives those an end whose workspaces want it so by
 * now. Runs on every replica; none does the work of another.
 */
@Singleton
class EndlessSweep {
    private static final int BATCH = 200;
    private static final String WHY = "its node was lost";

    private final Database database;
    private final LeaseJournal journal;
    private final Audit audit;
    private final LeaseConfig config;
    private final LeaseTimes times;
    private final Clock clock;

    EndlessSweep(Database database, LeaseJournal journal, Audit audit, LeaseConfig config, Clock clock) {
        this.database = database;
        this.journal = journal;
        this.audit = audit;
        this.config = config;
        this.times = LeaseTimes.of(config);
        this.clock = clock;
    }

    @Scheduled(
            every = "${leasehold.leases.endless-sweep-interval:30s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() {
        untilNoneIsLeft(this::revokeOrphans);
        untilNoneIsLeft(this::giveEnds);
    }

    private void untilNoneIsLeft(ToIntFunction<Handle> some) {
        int done;
        do {
            done = database.asSystem(some::applyAsInt);
        } while (done == BATCH);
    }

    private int revokeOrphans(Handle handle) {
        Instant now = clock.instant();
        List<Lease> orphans = EndlessLeaseStore.lockOfLostNodes(handle, now.minus(config.orphanedAfter()), BATCH);
        for (Lease lease : orphans) {
            audit.recordOwn(
                    handle, lease.workspaceId(), "lease.revoke", "lease", lease.leaseId(), Map.of("reason", WHY));
            journal.write(handle, EventType.LEASE_REVOKED, new UsableLease(lease).revoke(now, WHY));
        }
        return orphans.size();
    }

    private int giveEnds(Handle handle) {
        Instant now = clock.instant();
        List<Lease> leases = EndlessLeaseStore.lockThatShallEnd(handle, BATCH);
        journal.writeAll(
                handle,
                EventType.LEASE_RENEWED,
                leases.stream()
                        .map(lease -> new UsableLease(lease).renew(now, times.expiry(null, now)))
                        .toList());
        return leases.size();
    }
}

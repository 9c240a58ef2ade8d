package io.leasehold.distribution.hold;

import io.leasehold.contracts.hold.WindowKey;
import io.leasehold.distribution.spend.LedgerStore;
import io.leasehold.distribution.spend.SpendWindowStore;
import io.leasehold.kit.database.Database;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Drops windows that ended before the ledger begins, as nothing can be settled in them any more, and holds on ended leases.
 * Runs on every replica; none does the work of another.
 */
@Singleton
class WindowSweep {
    /** By then every gateway has forgotten the lease. */
    private static final Duration LEASE_HOLDS_KEPT = Duration.ofDays(2);

    private static final int BATCH = 500;

    private final Database database;
    private final Clock clock;

    WindowSweep(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Scheduled(every = "1h", delayed = "15m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void dropOld() {
        Instant now = clock.instant();
        int dropped;
        do {
            dropped = database.asSystem(handle -> dropWindows(handle, now.minus(LedgerStore.KEPT)));
        } while (dropped == BATCH);
        do {
            dropped = database.asSystem(
                    handle -> HoldStore.dropOfEndedLeases(handle, now.minus(LEASE_HOLDS_KEPT), BATCH));
        } while (dropped == BATCH);
    }

    private static int dropWindows(Handle handle, Instant endedBefore) {
        List<WindowKey> windows = SpendWindowStore.lockEnded(handle, endedBefore, BATCH);
        HoldStore.drop(handle, windows);
        SpendWindowStore.drop(handle, windows);
        return windows.size();
    }
}

package io.leasehold.distribution.spend;

import io.leasehold.kit.database.Database;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;

/** Drops what the ledger no longer needs. */
@Singleton
class LedgerSweep {
    private static final int BATCH = 5_000;

    private final Database database;
    private final Clock clock;

    LedgerSweep(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Scheduled(every = "1h", delayed = "10m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void forgetOld() {
        Instant before = clock.instant().minus(LedgerStore.KEPT);
        int dropped;
        do {
            dropped = database.asSystem(handle -> LedgerStore.forget(handle, before, BATCH));
        } while (dropped == BATCH);
    }
}

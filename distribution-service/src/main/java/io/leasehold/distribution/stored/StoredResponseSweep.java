package io.leasehold.distribution.stored;

import io.leasehold.kit.database.Database;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;

/** Forgets whose old answers are. Runs on every replica; none does the work of another. */
@Singleton
class StoredResponseSweep {
    private static final int BATCH = 5_000;

    private final Database database;
    private final StoredResponseConfig config;
    private final Clock clock;

    StoredResponseSweep(Database database, StoredResponseConfig config, Clock clock) {
        this.database = database;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(every = "1h", delayed = "12m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void forgetOld() {
        Instant before = clock.instant().minus(config.keep());
        int dropped;
        do {
            dropped = database.asSystem(handle -> StoredResponseStore.forget(handle, before, BATCH));
        } while (dropped == BATCH);
    }
}

package io.leasehold.distribution.watch;

import io.leasehold.kit.database.Database;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Drops notices that no node comes back for. Runs on every replica; none does the work of another. */
@Singleton
class NoticeSweep {
    private static final int BATCH = 1_000;

    private final Database database;
    private final WatchConfig config;
    private final Clock clock;

    NoticeSweep(Database database, WatchConfig config, Clock clock) {
        this.database = database;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(every = "5m", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void drop() {
        int dropped;
        do {
            dropped = database.asSystem(
                    handle -> NoticeStore.drop(handle, clock.instant().minus(config.keptFor()), BATCH));
        } while (dropped == BATCH);
    }
}

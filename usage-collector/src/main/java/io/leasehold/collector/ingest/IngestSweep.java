package io.leasehold.collector.ingest;

import io.leasehold.kit.database.Database;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Forgets what can't be told any more: who told it again would be refused for its age. */
@Singleton
class IngestSweep {
    private static final int AT_ONCE = 10_000;
    private static final Duration MARGIN = Duration.ofDays(1);

    private final Database database;
    private final IngestConfig config;
    private final Clock clock;

    IngestSweep(Database database, IngestConfig config, Clock clock) {
        this.database = database;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(every = "10m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() {
        Instant before = clock.instant().minus(config.mostAge()).minus(MARGIN);
        database.useSystem(handle -> DirectLeaseStore.forget(handle, before));
        int gone;
        do {
            gone = database.asSystem(handle -> ReportStore.forget(handle, before, AT_ONCE));
        } while (gone == AT_ONCE);
    }
}

package io.leasehold.key.enforcement;

import io.leasehold.kit.database.Database;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicLong;

/** How many keys wait to be stopped at their providers. Every replica tells the same, of all workspaces. */
@Singleton
class EnforcementMetrics {
    private final Database database;
    private final AtomicLong pending = new AtomicLong();

    EnforcementMetrics(Database database, MeterRegistry metrics) {
        this.database = database;
        Gauge.builder("leasehold.direct.stops.pending", pending, AtomicLong::get)
                .description("Keys that nodes have, that are nearly at a limit, and that their provider accepts still")
                .register(metrics);
    }

    @Scheduled(every = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void measure() {
        pending.set(database.asSystem(DirectStopStore::countPending));
    }
}

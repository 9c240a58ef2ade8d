package io.leasehold.key.source;

import io.leasehold.kit.database.Database;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicLong;

/** How many keys can't have what their sources hold. Every replica tells the same, of all workspaces. */
@Singleton
class SourceMetrics {
    private final Database database;
    private final AtomicLong troubled = new AtomicLong();

    SourceMetrics(Database database, MeterRegistry metrics) {
        this.database = database;
        Gauge.builder("leasehold.key.sources.troubled", troubled, AtomicLong::get)
                .description("Keys that do not have what their sources hold; each goes on with the secret that it has")
                .register(metrics);
    }

    @Scheduled(every = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void measure() {
        troubled.set(database.asSystem(SourcedKeyStore::countTroubled));
    }
}

package io.leasehold.distribution.rate;

import io.leasehold.kit.database.Database;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.function.IntSupplier;

/** Drops shares whose replicas are gone, and what nobody shares any more. Runs on every replica; none does the work of another. */
@Singleton
class RateSweep {
    /** Much longer than any share lasts without being told of, whatever term is set. */
    private static final Duration KEPT = Duration.ofDays(1);

    private static final int BATCH = 500;

    private final Database database;

    RateSweep(Database database) {
        this.database = database;
    }

    @Scheduled(every = "1h", delayed = "20m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void dropOld() {
        untilDone(() -> database.asSystem(handle -> ShareStore.dropSilent(handle, KEPT, BATCH)));
        untilDone(() -> database.asSystem(handle -> ShareStore.dropUnused(handle, KEPT, BATCH)));
    }

    private static void untilDone(IntSupplier drop) {
        while (drop.getAsInt() == BATCH) {
            // The next ones.
        }
    }
}

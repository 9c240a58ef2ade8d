package io.leasehold.kit.idempotency;

import io.leasehold.kit.database.Database;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;

/** Forgets calls that nobody retries any more. */
@ApplicationScoped
class IdempotencySweep {
    static final Duration KEPT_FOR = Duration.ofHours(24);

    private final Database database;
    private final Clock clock;

    IdempotencySweep(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Scheduled(every = "1h", delayed = "5m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() {
        database.useSystem(
                handle -> IdempotencyStore.forget(handle, clock.instant().minus(KEPT_FOR)));
    }
}

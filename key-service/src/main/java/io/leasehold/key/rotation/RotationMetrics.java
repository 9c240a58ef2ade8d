package io.leasehold.key.rotation;

import io.leasehold.kit.database.Database;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicReference;

/** How long rotations have been stuck, and how many wait for a person. Every replica tells the same, of all workspaces. */
@Singleton
class RotationMetrics {
    private final Database database;
    private final Clock clock;
    private final AtomicReference<RotationStore.Standing> standing =
            new AtomicReference<>(new RotationStore.Standing(0, 0, 0));

    RotationMetrics(Database database, Clock clock, MeterRegistry metrics) {
        this.database = database;
        this.clock = clock;
        Gauge.builder("leasehold.rotations.stuck", standing, now -> now.get().stuck())
                .description("Rotations that do not go on; each is still tried again")
                .register(metrics);
        Gauge.builder(
                        "leasehold.rotations.stuck.age.seconds",
                        standing,
                        now -> now.get().oldestSeconds())
                .description("How long the oldest of them has been at its step")
                .register(metrics);
        Gauge.builder("leasehold.rotations.awaiting", standing, now -> now.get().awaiting())
                .description("Rotations that wait for a secret, or for a person at the provider")
                .register(metrics);
    }

    @Scheduled(every = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void measure() {
        standing.set(database.asSystem(handle -> RotationStore.standing(handle, clock.instant())));
    }
}

package io.leasehold.key.revocation;

import io.leasehold.contracts.KeyState;
import io.leasehold.kit.database.Database;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** How keys stand, and how long revocations have been stuck. Every replica tells the same, of all workspaces. */
@Singleton
class RevocationMetrics {
    private final Database database;
    private final Clock clock;
    private final Map<KeyState, AtomicLong> keys = new EnumMap<>(KeyState.class);
    private final AtomicLong stuck = new AtomicLong();
    private final AtomicLong stuckSeconds = new AtomicLong();

    RevocationMetrics(Database database, Clock clock, MeterRegistry metrics) {
        this.database = database;
        this.clock = clock;
        for (KeyState state : KeyState.values()) {
            AtomicLong count = new AtomicLong();
            keys.put(state, count);
            Gauge.builder("leasehold.keys", count, AtomicLong::get)
                    .description("API keys by state")
                    .tag("state", state.wireName())
                    .register(metrics);
        }
        Gauge.builder("leasehold.revocations.stuck", stuck, AtomicLong::get)
                .description("Revocations that do not go on; each is still tried again")
                .register(metrics);
        Gauge.builder("leasehold.revocations.stuck.age.seconds", stuckSeconds, AtomicLong::get)
                .description("How long the oldest of them has been at its step")
                .register(metrics);
    }

    @Scheduled(every = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void measure() {
        database.useSystem(handle -> {
            Map<KeyState, Long> counts = RevocationStore.countKeys(handle);
            keys.forEach((state, count) -> count.set(counts.getOrDefault(state, 0L)));
            RevocationStore.Stuck found = RevocationStore.stuck(handle, clock.instant());
            stuck.set(found.count());
            stuckSeconds.set(found.oldestSeconds());
        });
    }
}

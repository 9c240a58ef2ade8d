package io.leasehold.distribution.hold;

import io.leasehold.kit.database.Database;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/** Makes sure that windows and holds agree. A mismatch would be a fault of ours, and somebody must look at it. */
@Singleton
class BalanceCheck {
    private static final Logger LOG = Logger.getLogger(BalanceCheck.class);
    private static final int MAX_TOLD = 20;

    private final Database database;
    private final AtomicInteger mismatches = new AtomicInteger();

    BalanceCheck(Database database, MeterRegistry metrics) {
        this.database = database;
        Gauge.builder("leasehold.spend.windows.unbalanced", mismatches, AtomicInteger::get)
                .description("Spend windows whose figures differ from what they are the sum of")
                .tag("against", "holds")
                .register(metrics);
    }

    @Scheduled(every = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void check() {
        List<BalanceStore.Mismatch> found = database.asSystem(handle -> BalanceStore.mismatches(handle, MAX_TOLD));
        mismatches.set(found.size());
        found.forEach(mismatch -> LOG.errorf("window does not agree with its holds mismatch=%s", mismatch));
    }
}

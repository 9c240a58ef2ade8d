package io.leasehold.distribution.hold;

import io.leasehold.distribution.hold.BalanceStore.Mismatch;
import io.leasehold.kit.database.Database;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Makes sure that windows and holds agree. A mismatch would be a fault of ours, and somebody must look at it. */
@Singleton
class BalanceCheck {
    private static final Logger LOG = Logger.getLogger(BalanceCheck.class);
    private static final int MAX_TOLD = 20;

    private final Database database;
    private final Clock clock;
    private volatile Checked last = new Checked(null, List.of());

    BalanceCheck(Database database, Clock clock, MeterRegistry metrics) {
        this.database = database;
        this.clock = clock;
        Gauge.builder(
                        "leasehold.spend.windows.unbalanced",
                        this,
                        check -> check.last.mismatches().size())
                .description("Spend windows whose figures differ from what they are the sum of")
                .tag("against", "holds")
                .register(metrics);
    }

    /**
     * What came of it.
     *
     * @param at null before the first time
     */
    record Checked(@Nullable Instant at, List<Mismatch> mismatches) {}

    @Scheduled(every = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void check() {
        Instant now = clock.instant();
        List<Mismatch> found = database.asSystem(handle -> BalanceStore.mismatches(handle, MAX_TOLD));
        last = new Checked(now, found);
        found.forEach(mismatch -> LOG.errorf("window does not agree with its holds mismatch=%s", mismatch));
    }

    Checked last() {
        return last;
    }
}

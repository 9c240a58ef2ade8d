package io.leasehold.distribution.spend;

import io.leasehold.distribution.spend.LedgerCheckStore.Mismatch;
import io.leasehold.distribution.spend.LedgerCheckStore.Span;
import io.leasehold.kit.database.Database;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.JdbiException;

/**
 * Makes sure that what is spent in open windows is what the ledger says. A mismatch would be a fault of ours, and somebody
 * must look at it. Adding up takes the longer the more requests there are, so it rests ninety-nine times as long as it took.
 */
@Singleton
public class LedgerCheck {
    private static final Logger LOG = Logger.getLogger(LedgerCheck.class);
    private static final int MAX_TOLD = 20;
    private static final int REST = 99;
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final String CANCELLED = "57014";

    private final Database database;
    private final Map<Span, List<Mismatch>> mismatches = new ConcurrentHashMap<>();
    private final Map<Span, Boolean> tooLong = new ConcurrentHashMap<>();
    private volatile Instant checkedFrom = Instant.EPOCH;
    private long restUntil = System.nanoTime();

    LedgerCheck(Database database, MeterRegistry metrics) {
        this.database = database;
        Gauge.builder("leasehold.spend.windows.unbalanced", this, LedgerCheck::unbalanced)
                .description("Spend windows whose figures differ from what they are the sum of")
                .tag("against", "ledger")
                .register(metrics);
        Gauge.builder("leasehold.spend.spans.unchecked", this, check -> check.tooLong.size())
                .description("Spans of the ledger that took too long to be compared with their windows")
                .register(metrics);
    }

    @Scheduled(every = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void check() {
        long begin = System.nanoTime();
        if (restUntil - begin > 0) {
            return;
        }
        checkChanged();
        long end = System.nanoTime();
        restUntil = end + REST * (end - begin);
    }

    /** How many windows were found to be wrong, as far as they are open still. */
    int unbalanced() {
        return mismatches.values().stream().mapToInt(List::size).sum();
    }

    /** Until when changes were looked at; the epoch before the first time. */
    public Instant checkedAt() {
        return checkedFrom;
    }

    /** What is wrong in a workspace, as far as its windows are open still. */
    public List<Mismatch> mismatches(UUID workspaceId) {
        return mismatches.entrySet().stream()
                .filter(found -> found.getKey().workspaceId().equals(workspaceId))
                .flatMap(found -> found.getValue().stream())
                .toList();
    }

    void checkChanged() {
        Instant now = database.asSystem(LedgerCheckStore::now);
        mismatches.keySet().removeIf(span -> span.hasEnded(now));
        tooLong.keySet().removeIf(span -> span.hasEnded(now));
        Instant since = checkedFrom;
        database.asSystem(handle -> LedgerCheckStore.listChanged(handle, since)).forEach(this::check);
        checkedFrom = now;
    }

    private void check(Span span) {
        try {
            List<Mismatch> found =
                    database.asSystem(handle -> LedgerCheckStore.mismatches(handle, span, LONGEST, MAX_TOLD));
            tooLong.remove(span);
            mismatches.put(span, found);
            found.forEach(mismatch -> LOG.errorf("window does not agree with the ledger mismatch=%s", mismatch));
        } catch (JdbiException failure) {
            if (!(failure.getCause() instanceof SQLException sql) || !CANCELLED.equals(sql.getSQLState())) {
                throw failure;
            }
            tooLong.put(span, true);
            LOG.warnf("windows have too many requests to be checked against the ledger span=%s", span);
        }
    }
}

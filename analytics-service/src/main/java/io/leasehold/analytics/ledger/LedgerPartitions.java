package io.leasehold.analytics.ledger;

import io.leasehold.kit.database.Database;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;

/**
 * Sees to it that every month of the ledger has its partition: ahead of time, and where an old request comes late. Months
 * that are kept no longer are dropped.
 */
@Singleton
class LedgerPartitions {
    private static final Logger LOG = Logger.getLogger(LedgerPartitions.class);
    private static final int MONTHS_AHEAD = 2;

    private final Database database;
    private final LedgerConfig config;
    private final Clock clock;
    private final Set<YearMonth> known = ConcurrentHashMap.newKeySet();

    LedgerPartitions(Database database, LedgerConfig config, Clock clock) {
        this.database = database;
        this.config = config;
        this.clock = clock;
    }

    /** At start and then twice a day. */
    @Scheduled(every = "12h", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void ensureAhead() {
        YearMonth current = YearMonth.now(clock.withZone(ZoneOffset.UTC));
        database.useSystem(handle -> {
            for (int ahead = -1; ahead <= MONTHS_AHEAD; ahead++) {
                ensure(handle, current.plusMonths(ahead));
            }
        });
    }

    /** Not together with what is made, so that whoever holds up the one does not hold up the other. */
    @Scheduled(every = "12h", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void dropOld() {
        KeptTime kept = KeptTime.at(clock.instant(), config.retention());
        List<String> dropped = database.asSystem(handle -> handle.createQuery("select drop_request_partitions(:before)")
                .bind("before", kept.droppedBefore())
                .mapTo(String.class)
                .list());
        known.clear();
        dropped.forEach(partition -> LOG.infof("requests dropped partition=%s kept_from=%s", partition, kept.from()));
    }

    void ensure(Handle handle, Collection<Instant> times) {
        Set<YearMonth> months = times.stream().map(LedgerPartitions::monthOf).collect(Collectors.toSet());
        months.removeAll(known);
        months.stream().sorted().forEach(month -> ensure(handle, month));
    }

    private void ensure(Handle handle, YearMonth month) {
        handle.createQuery("select ensure_request_partition(:month)::text")
                .bind("month", month.atDay(1))
                .mapTo(String.class)
                .one();
        // Not before: what is rolled back is not there.
        handle.afterCommit(() -> known.add(month));
    }

    private static YearMonth monthOf(Instant time) {
        return YearMonth.from(LocalDate.ofInstant(time, ZoneOffset.UTC));
    }
}

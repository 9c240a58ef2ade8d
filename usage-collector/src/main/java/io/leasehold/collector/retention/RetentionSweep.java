package io.leasehold.collector.retention;

import io.leasehold.kit.database.Database;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;

/** Forgets what is older than it is kept, of all workspaces: one replica at a time, and a little at a time. */
@Singleton
class RetentionSweep {
    private static final Logger LOG = Logger.getLogger(RetentionSweep.class);
    private static final int AT_ONCE = 5_000;

    private final Database database;
    private final RetentionConfig config;
    private final Clock clock;

    RetentionSweep(Database database, RetentionConfig config, Clock clock) {
        this.database = database;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(every = "1h", delayed = "2m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() {
        forget(OldRows.USAGE_BUCKETS, config.usageDays());
        forget(OldRows.USAGE_DAYS, config.usageDays());
        forget(OldRows.COSTS, config.costDays());
        forget(OldRows.EXCHANGE_RATES, config.costDays());
        forget(OldRows.REVISIONS, config.revisionDays());
        forget(OldRows.QUOTAS, config.quotaDays());
    }

    private void forget(OldRows rows, int days) {
        Instant before = clock.instant().minus(Duration.ofDays(days));
        int gone;
        long all = 0;
        do {
            gone = database.asSystem(handle -> isOurs(handle) ? rows.forget(handle, before, AT_ONCE) : 0);
            all += gone;
        } while (gone == AT_ONCE);
        if (all > 0) {
            LOG.infof("old rows forgotten table=%s rows=%d kept_from=%s", rows.table(), all, before);
        }
    }

    /** Until the transaction ends; another replica goes on with the next ones where this one stops. */
    private static boolean isOurs(Handle handle) {
        return handle.createQuery("select pg_try_advisory_xact_lock(hashtext('collector_retention'))")
                .mapTo(Boolean.class)
                .one();
    }
}

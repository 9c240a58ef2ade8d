package io.leasehold.collector.raw;

import io.leasehold.collector.account.Account;
import io.leasehold.kit.database.Database;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Keeps what providers answered for a few days, so that a figure can be traced to where it comes from. */
@Singleton
public class RawResponses {
    /** They are large. */
    private static final int AT_ONCE = 500;

    private final Database database;
    private final RawConfig config;
    private final Clock clock;

    RawResponses(Database database, RawConfig config, Clock clock) {
        this.database = database;
        this.config = config;
        this.clock = clock;
    }

    /** How many answers of one poll are worth remembering. */
    public int mostOfAPoll() {
        return config.keep().isZero() ? 0 : config.perPoll();
    }

    public void keep(Handle handle, Account account, List<RawExchange> exchanges, Instant now) {
        RawStore.put(handle, account, exchanges, now);
        RawStore.keepNewest(handle, account, config.perAccount());
    }

    /** Forgets what is too old, of all workspaces. */
    @Scheduled(every = "10m", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() {
        Instant before = clock.instant().minus(config.keep());
        int gone;
        do {
            gone = database.asSystem(handle -> RawStore.forget(handle, before, AT_ONCE));
        } while (gone == AT_ONCE);
    }
}

package io.leasehold.analytics.credit;

import io.leasehold.contracts.Period;
import io.leasehold.contracts.Scope;
import io.leasehold.contracts.event.EventType;
import io.leasehold.contracts.event.HoldCredited;
import io.leasehold.kit.database.Database;
import io.leasehold.kit.outbox.Outbox;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;

/**
 * Looks at what is presumed spent of keys, once their bills are final, and tells what of it was not charged: each window once a
 * day at most, in one transaction with the note of it. Runs on every replica; none does the work of another.
 */
@Singleton
class CreditRunner {
    private static final Logger LOG = Logger.getLogger(CreditRunner.class);

    /** As far as distribution-service can still tell when what was spent. */
    private static final Duration LOOK_BACK = Duration.ofDays(31);

    /** No request takes longer, so that one that was admitted as long before the end of a day is on that day's bill. */
    private static final Duration LONGEST_REQUEST = Duration.ofHours(2);

    private final Database database;
    private final Outbox outbox;
    private final CreditConfig config;
    private final Clock clock;

    CreditRunner(Database database, Outbox outbox, CreditConfig config, Clock clock) {
        this.database = database;
        this.outbox = outbox;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(every = "${leasehold.credits.look-every:15m}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        Instant now = clock.instant();
        Instant until = BilledDays.startOf(now.minus(config.finalAfter()));
        database.useSystem(handle -> CreditStore.forgetEnded(handle, now));
        database.asSystem(handle -> CreditStore.listDue(handle, until, now)).forEach(due -> run(due, until));
    }

    /** What goes wrong with one window keeps no other from being credited. */
    private void run(CreditStore.Due due, Instant until) {
        try {
            database.useWorkspace(
                    due.workspaceId(),
                    handle -> CreditStore.claim(handle, due, until).ifPresent(window -> credit(handle, window, until)));
        } catch (RuntimeException failure) {
            LOG.warnf(failure, "bill of key can't be compared, tried again key_id=%s", due.keyId());
        }
    }

    private void credit(Handle handle, PresumedWindow window, Instant until) {
        Bill bill = bill(handle, window, until).orElse(null);
        BigDecimal credit = bill == null ? BigDecimal.ZERO : bill.credit(window.presumed());
        if (bill == null || credit.signum() == 0) {
            return;
        }
        BigDecimal inAll = window.credited().add(credit);
        CreditStore.credit(handle, window, inAll, until);
        outbox.append(
                handle,
                EventType.HOLD_CREDITED,
                new HoldCredited(
                        window.workspaceId(),
                        Scope.KEY,
                        window.keyId().toString(),
                        Period.of(window.period()),
                        window.windowStart(),
                        inAll,
                        clock.instant(),
                        bill.billed(),
                        bill.from(),
                        bill.until()));
        LOG.infof(
                "bill says that presumed money was not spent key_id=%s period=%s credit=%s until=%s",
                window.keyId(), window.period(), credit.toPlainString(), until);
    }

    /** Empty where the days before that time are not all billed, or something else than gateways used the key. */
    private Optional<Bill> bill(Handle handle, PresumedWindow window, Instant until) {
        Instant earliest = latest(
                until.minus(LOOK_BACK),
                latest(BilledDays.startOf(window.windowStart()), BilledDays.startAfter(window.billedSince())));
        return BilledDays.runUntil(
                        until,
                        BillStore.listFinalDays(handle, window.workspaceId(), window.accountId(), earliest, until),
                        earliest)
                .flatMap(from -> bill(handle, window, from, until));
    }

    private static Optional<Bill> bill(Handle handle, PresumedWindow window, Instant from, Instant until) {
        BillStore.Charges charges = BillStore.charges(handle, window, from, until);
        BillStore.Requests requests = BillStore.requests(
                handle, window, latest(from, window.windowStart()), until.minus(LONGEST_REQUEST), until);
        return charges.foreign() || requests.reported() > 0
                ? Optional.empty()
                : Optional.of(new Bill(from, until, charges.billed(), requests.known()));
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}

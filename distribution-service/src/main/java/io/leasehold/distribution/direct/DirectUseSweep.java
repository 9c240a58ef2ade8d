package io.leasehold.distribution.direct;

import io.leasehold.contracts.event.EventType;
import io.leasehold.contracts.hold.WindowKey;
import io.leasehold.distribution.hold.UnseenSpend;
import io.leasehold.distribution.key.PoolChanged;
import io.leasehold.distribution.spend.CountingLock;
import io.leasehold.distribution.spend.Window;
import io.leasehold.kit.audit.Audit;
import io.leasehold.kit.database.Database;
import io.leasehold.kit.outbox.Outbox;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Works out what keys have cost by now that nodes use themselves: what nobody has seen of it is presumed in their windows, and
 * where a limit is nearly reached the key is leased in direct mode no more until it is not so any longer. One key at a time, so
 * that windows are locked in their order. Runs on every replica; none does the work of another.
 */
@Singleton
class DirectUseSweep {
    private static final Logger LOG = Logger.getLogger(DirectUseSweep.class);
    private static final int AT_ONCE = 50;
    private static final int BATCH = 5_000;

    private final Database database;
    private final Outbox outbox;
    private final Audit audit;
    private final Event<PoolChanged> poolChanged;
    private final DirectUseConfig config;
    private final Clock clock;

    DirectUseSweep(
            Database database,
            Outbox outbox,
            Audit audit,
            Event<PoolChanged> poolChanged,
            DirectUseConfig config,
            Clock clock) {
        this.database = database;
        this.outbox = outbox;
        this.audit = audit;
        this.poolChanged = poolChanged;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        List<DirectUseStore.Due> due;
        do {
            Instant now = clock.instant();
            due = database.asSystem(
                    handle -> DirectUseStore.claimDue(handle, now, now.plus(config.lookEvery()), AT_ONCE));
            due.forEach(this::look);
        } while (due.size() == AT_ONCE);
    }

    /** What goes wrong with one key keeps no other from being looked at. */
    private void look(DirectUseStore.Due due) {
        try {
            database.useSystem(handle -> look(handle, DirectUseStore.lock(handle, due), clock.instant()));
        } catch (RuntimeException failure) {
            LOG.warnf(failure, "direct use of key can't be worked out, tried again key_id=%s", due.keyId());
        }
    }

    private void look(Handle handle, DirectUse before, Instant now) {
        CountingLock.forCounting(handle, List.of(before.workspaceId()));
        KeyWindows windows = KeyWindows.read(handle, before, now);
        DirectUseStore.Holders holders = DirectUseStore.holders(handle, before.workspaceId(), before.keyId());
        DirectUse.Reached reached = reached(handle, before, windows, holders, now);
        DirectUse after = before.found(reached, holders.exposed(), now);
        if (after.isNewsAfter(before)) {
            after = after.nextVersion();
            tell(handle, after, windows, now);
        }
        DirectUseStore.save(handle, after);
    }

    /**
     * The limit of which the least is left, where that is no more than the margin. Of a key that no node was ever given,
     * gateways know all.
     */
    private DirectUse.@Nullable Reached reached(
            Handle handle, DirectUse use, KeyWindows windows, DirectUseStore.Holders holders, Instant now) {
        Map<WindowKey, BigDecimal> billed = holders.handedOut()
                ? windows.windows().stream()
                        .collect(Collectors.toMap(Window::key, window -> windows.projected(window, now)))
                : Map.of();
        Map<WindowKey, BigDecimal> spent =
                UnseenSpend.presume(handle, use.workspaceId(), use.keyId(), windows.windows(), billed, now);
        return billed.isEmpty() ? null : nearest(windows, billed, spent);
    }

    private DirectUse.@Nullable Reached nearest(
            KeyWindows windows, Map<WindowKey, BigDecimal> billed, Map<WindowKey, BigDecimal> spent) {
        return windows.windows().stream()
                .map(window -> new DirectUse.Reached(
                        window.key().period(),
                        window.end(),
                        windows.allowed(window),
                        billed.getOrDefault(window.key(), BigDecimal.ZERO)
                                .max(spent.getOrDefault(window.key(), BigDecimal.ZERO))))
                .filter(found -> found.used().compareTo(mayBeUsed(found.limit())) >= 0)
                .min(Comparator.comparing(found -> found.limit().subtract(found.used())))
                .orElse(null);
    }

    private BigDecimal mayBeUsed(BigDecimal limit) {
        return limit.subtract(limit.multiply(config.margin()));
    }

    private void tell(Handle handle, DirectUse use, KeyWindows windows, Instant now) {
        Instant asOf = windows.bill().asOf().orElse(null);
        outbox.append(handle, EventType.DIRECT_USE_CHANGED, use.view(asOf, now));
        audit.recordOwn(
                handle,
                use.workspaceId(),
                use.isStopped() ? "key.stop_direct_use" : "key.resume_direct_use",
                "key",
                use.keyId(),
                use.isStopped()
                        ? Map.of(
                                "period", Objects.requireNonNull(use.period()).wireName(),
                                "limit",
                                        Objects.requireNonNull(use.limitAmount())
                                                .toPlainString(),
                                "used", Objects.requireNonNull(use.used()).toPlainString(),
                                "as_of", String.valueOf(asOf))
                        : Map.of());
        LOG.infof(
                "direct use of key looked at key_id=%s stopped=%s exposed=%s",
                use.keyId(), use.isStopped(), use.exposed());
        handle.afterCommit(() -> poolChanged.fireAsync(new PoolChanged()));
    }

    @Scheduled(every = "1h", delayed = "11m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void forgetOldReadings() {
        Instant before = clock.instant().minus(BillStore.READINGS_KEPT);
        int forgotten;
        do {
            forgotten = database.asSystem(handle -> BillStore.forgetReadings(handle, before, BATCH));
        } while (forgotten == BATCH);
    }
}

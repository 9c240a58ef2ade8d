package io.leasehold.distribution.spend;

import io.leasehold.contracts.Scope;
import io.leasehold.contracts.Topic;
import io.leasehold.contracts.event.LimitsView;
import io.leasehold.contracts.hold.WindowKey;
import io.leasehold.distribution.key.PoolChanged;
import io.leasehold.distribution.limit.LimitStore;
import io.leasehold.distribution.limit.PeriodBounds;
import io.leasehold.distribution.limit.ScopeKey;
import io.leasehold.distribution.limit.ScopeLimits;
import io.leasehold.kit.consume.EventHandler;
import io.leasehold.kit.consume.PermanentEventException;
import io.leasehold.kit.event.ReceivedEvent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Keeps this service's copy of the limits, and the windows in step with them. A limit that moves to another zone begins with
 * what the ledger says was spent in its window so far; the windows of the zone before are superseded.
 */
@Singleton
class LimitConsumer implements EventHandler {
    private final Event<PoolChanged> poolChanged;
    private final Clock clock;

    LimitConsumer(Event<PoolChanged> poolChanged, Clock clock) {
        this.poolChanged = poolChanged;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "limits";
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(Topic.LIMITS);
    }

    @Override
    public void handle(Handle handle, List<ReceivedEvent> batch) {
        List<LimitsView> views = batch.stream()
                .map(ReceivedEvent::data)
                .filter(LimitsView.class::isInstance)
                .map(LimitsView.class::cast)
                // A lease's limit is part of the lease.
                .filter(view -> view.scope() != Scope.LEASE)
                .toList();
        CountingLock.forChangingLimits(
                handle, views.stream().map(LimitsView::workspaceId).toList());
        Set<ScopeKey> scopes = views.stream().map(LimitConsumer::scope).collect(Collectors.toSet());
        Map<ScopeKey, ScopeLimits> before = LimitStore.find(handle, scopes);
        views.forEach(view -> take(handle, view));
        Map<ScopeKey, ScopeLimits> after = LimitStore.find(handle, scopes);
        Instant now = clock.instant();
        openWindows(handle, after, LimitMove.between(before, after, now), now);
        if (scopes.stream().anyMatch(scope -> scope.scope() == Scope.KEY)) {
            handle.afterCommit(() -> poolChanged.fireAsync(new PoolChanged()));
        }
    }

    private static void take(Handle handle, LimitsView view) {
        try {
            LimitStore.put(handle, view);
        } catch (DateTimeException unknownZone) {
            throw new PermanentEventException("There is no time zone of that name: " + unknownZone.getMessage());
        }
    }

    private static void openWindows(
            Handle handle, Map<ScopeKey, ScopeLimits> limits, List<LimitMove> moves, Instant now) {
        Map<WindowKey, Window> windows = new HashMap<>();
        limits.forEach(
                (scope, its) -> Window.all(scope, its, now).forEach(window -> windows.put(window.key(), window)));
        for (LimitMove move : moves) {
            windows.putIfAbsent(move.from().key(), move.from());
            SpendWindowStore.listRunning(handle, move.scope(), move.period(), now)
                    .forEach(running -> windows.putIfAbsent(running.key(), running.window()));
        }
        // All of them at once, as locks are taken in one order.
        List<SpendWindow> opened = SpendWindowStore.open(handle, windows.values());
        moves.forEach(move -> move(handle, move, opened));
    }

    private static void move(Handle handle, LimitMove move, List<SpendWindow> opened) {
        List<SpendWindow> changed = opened.stream()
                .filter(window -> move.concerns(window.key()))
                .map(window -> move.counts(window.key()) ? seeded(handle, window) : window.supersede())
                .toList();
        SpendWindowStore.save(handle, changed);
        Instant overlapUntil = move.overlapUntil();
        if (overlapUntil != null) {
            LimitStore.noteMove(handle, move.scope(), move.period(), overlapUntil);
        }
    }

    /** Whatever it said before: while its limit was elsewhere, nothing was counted in it. */
    private static SpendWindow seeded(Handle handle, SpendWindow window) {
        Instant end = Objects.requireNonNull(window.window().end(), "Only days and months move");
        PeriodBounds bounds = new PeriodBounds(window.key().windowStart(), end);
        return window.count(LedgerStore.sum(handle, ScopeKey.of(window.key()), bounds));
    }

    private static ScopeKey scope(LimitsView view) {
        return new ScopeKey(view.workspaceId(), view.scope(), view.scopeId());
    }
}

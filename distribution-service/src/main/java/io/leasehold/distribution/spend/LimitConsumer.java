package io.leasehold.distribution.spend;

import io.leasehold.contracts.Scope;
import io.leasehold.contracts.Topic;
import io.leasehold.contracts.event.LimitsView;
import io.leasehold.contracts.hold.WindowKey;
import io.leasehold.distribution.limit.LimitStore;
import io.leasehold.distribution.limit.PeriodBounds;
import io.leasehold.distribution.limit.ScopeKey;
import io.leasehold.distribution.limit.ScopeLimits;
import io.leasehold.kit.consume.EventHandler;
import io.leasehold.kit.consume.PermanentEventException;
import io.leasehold.kit.event.ReceivedEvent;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Keeps this service's copy of the limits, and the windows in step with them. A limit that is new or moves to another zone
 * begins with what the ledger says was spent in its window so far.
 */
@Singleton
class LimitConsumer implements EventHandler {
    private final Clock clock;

    LimitConsumer(Clock clock) {
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
        views.forEach(view -> take(handle, view));
        openWindows(handle, views.stream().map(LimitConsumer::scope).collect(Collectors.toSet()));
    }

    private static void take(Handle handle, LimitsView view) {
        try {
            LimitStore.put(handle, view);
        } catch (DateTimeException unknownZone) {
            throw new PermanentEventException("There is no time zone of that name: " + unknownZone.getMessage());
        }
    }

    private void openWindows(Handle handle, Set<ScopeKey> scopes) {
        Instant now = clock.instant();
        Map<ScopeKey, ScopeLimits> limits = LimitStore.find(handle, scopes);
        List<Window> windows = limits.entrySet().stream()
                .flatMap(entry -> Window.all(entry.getKey(), entry.getValue(), now).stream())
                .toList();
        Set<WindowKey> known = SpendWindowStore.find(
                        handle, windows.stream().map(Window::key).toList())
                .stream()
                .map(SpendWindow::key)
                .collect(Collectors.toSet());
        List<SpendWindow> seeded = SpendWindowStore.open(handle, windows).stream()
                .filter(opened -> !known.contains(opened.key()))
                .map(opened -> opened.with(opened.balance().addSpent(spentBefore(handle, opened.window()))))
                .toList();
        SpendWindowStore.save(handle, seeded);
    }

    /** Windows without an end are the same in every zone: where one is missing, nothing was spent. */
    private static BigDecimal spentBefore(Handle handle, Window window) {
        if (window.end() == null) {
            return BigDecimal.ZERO;
        }
        return LedgerStore.sum(
                handle, ScopeKey.of(window.key()), new PeriodBounds(window.key().windowStart(), window.end()));
    }

    private static ScopeKey scope(LimitsView view) {
        return new ScopeKey(view.workspaceId(), view.scope(), view.scopeId());
    }
}

package io.leasehold.distribution.spend;

import io.leasehold.contracts.Period;
import io.leasehold.contracts.Scope;
import io.leasehold.contracts.hold.WindowKey;
import io.leasehold.distribution.limit.LimitStore;
import io.leasehold.distribution.limit.RaiseStore;
import io.leasehold.distribution.limit.ScopeKey;
import io.leasehold.distribution.limit.ScopeLimits;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** What keys still have to spend. */
public final class KeySpend {
    private KeySpend() {}

    /**
     * What is not yet spent or presumed of the tightest limit of each key. What replicas hold is there to be spent, and so
     * counts as left.
     *
     * @return keys without a limit are missing
     */
    public static Map<UUID, BigDecimal> remaining(
            Handle handle, UUID workspaceId, Collection<UUID> keyIds, Instant now) {
        List<ScopeKey> scopes = keyIds.stream()
                .map(keyId -> new ScopeKey(workspaceId, Scope.KEY, keyId.toString()))
                .toList();
        Map<ScopeKey, ScopeLimits> limits = scopes.isEmpty() ? Map.of() : LimitStore.find(handle, scopes);
        List<Window> windows = limits.entrySet().stream()
                .flatMap(entry -> Window.all(entry.getKey(), entry.getValue(), now).stream())
                .filter(window -> window.limit() != null)
                .toList();
        return windows.isEmpty()
                ? Map.of()
                : tightest(handle, windows, RaiseStore.inForce(handle, limits.keySet(), now));
    }

    private static Map<UUID, BigDecimal> tightest(
            Handle handle, List<Window> windows, Map<ScopeKey, Map<Period, BigDecimal>> raises) {
        Map<WindowKey, SpendWindow> known =
                SpendWindowStore.find(handle, windows.stream().map(Window::key).toList()).stream()
                        .collect(Collectors.toMap(SpendWindow::key, Function.identity()));
        Map<UUID, BigDecimal> remaining = new HashMap<>();
        for (Window window : windows) {
            BigDecimal limit = window.limit();
            if (limit != null) {
                Balance balance = known.getOrDefault(window.key(), SpendWindow.untouched(window))
                        .balance();
                BigDecimal raise = RaiseStore.amount(
                        raises, ScopeKey.of(window.key()), window.key().period());
                BigDecimal left = limit.add(raise).subtract(balance.spent()).subtract(balance.presumed());
                remaining.merge(UUID.fromString(window.key().scopeId()), left, BigDecimal::min);
            }
        }
        return remaining;
    }
}

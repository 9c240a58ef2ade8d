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
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What keys still have to spend. */
public final class KeySpend {
    private KeySpend() {}

    /**
     * What is not yet spent or presumed of the tightest limit of each key. What replicas hold is there to be spent, and so
     * counts as left. Of a key that nodes use themselves a margin is left alone.
     *
     * @return keys without a limit are missing
     */
    public static Map<UUID, BigDecimal> remaining(
            Handle handle, UUID workspaceId, Collection<UUID> keyIds, Instant now) {
        Map<UUID, BigDecimal> remaining = new HashMap<>();
        for (Left left : left(handle, workspaceId, keyIds, now)) {
            remaining.merge(UUID.fromString(left.window().scopeId()), left.amount(), BigDecimal::min);
        }
        return remaining;
    }

    /** The windows of a key in which nothing is left, and that nodes use themselves. */
    static List<WindowKey> usedUp(Handle handle, UUID workspaceId, UUID keyId, Instant now) {
        return left(handle, workspaceId, List.of(keyId), now).stream()
                .filter(left -> left.usedDirectly() && left.amount().signum() <= 0)
                .map(Left::window)
                .toList();
    }

    /** @param amount negative where more is spent than may be */
    private record Left(WindowKey window, BigDecimal amount, boolean usedDirectly) {}

    private static List<Left> left(Handle handle, UUID workspaceId, Collection<UUID> keyIds, Instant now) {
        List<ScopeKey> scopes = keyIds.stream()
                .map(keyId -> new ScopeKey(workspaceId, Scope.KEY, keyId.toString()))
                .toList();
        Map<ScopeKey, ScopeLimits> limits = scopes.isEmpty() ? Map.of() : LimitStore.find(handle, scopes);
        List<Window> windows = limits.entrySet().stream()
                .flatMap(entry -> Window.all(entry.getKey(), entry.getValue(), now).stream())
                .filter(window -> window.limit() != null)
                .toList();
        if (windows.isEmpty()) {
            return List.of();
        }
        Map<ScopeKey, Map<Period, BigDecimal>> raises = RaiseStore.inForce(handle, limits.keySet(), now);
        Map<WindowKey, DirectUse> direct = DirectUses.in(handle, windows, now);
        Map<WindowKey, SpendWindow> known =
                SpendWindowStore.find(handle, windows.stream().map(Window::key).toList()).stream()
                        .collect(Collectors.toMap(SpendWindow::key, Function.identity()));
        return windows.stream()
                .map(window -> left(
                        window,
                        known.getOrDefault(window.key(), SpendWindow.untouched(window))
                                .balance(),
                        RaiseStore.amount(
                                raises, ScopeKey.of(window.key()), window.key().period()),
                        direct.get(window.key())))
                .toList();
    }

    private static Left left(Window window, Balance balance, BigDecimal raise, @Nullable DirectUse direct) {
        BigDecimal limit = Objects.requireNonNull(window.limit()).add(raise);
        BigDecimal left = limit.subtract(balance.spent()).subtract(balance.presumed());
        return direct == null || !direct.isAny()
                ? new Left(window.key(), left, false)
                : new Left(
                        window.key(),
                        left.subtract(direct.beyond(balance.presumed())).subtract(direct.margin(limit)),
                        true);
    }
}

package io.leasehold.distribution.spend;

import io.leasehold.contracts.Scope;
import io.leasehold.contracts.hold.WindowKey;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * What nodes use with keys that they hold themselves: no gateway can stop it, and the provider tells of it late. So the last
 * figure counts as spent, and what has been used since if it went on at the same pace.
 */
public final class DirectUses {
    private static final int SCALE = 9;

    private DirectUses() {}

    /** Of those windows whose key may be handed out and has a provider's figure; the others are missing. */
    public static Map<WindowKey, DirectUse> in(Handle handle, Collection<Window> windows, Instant now) {
        List<Window> ofKeys = windows.stream()
                .filter(window -> window.key().scope() == Scope.KEY)
                .toList();
        if (ofKeys.isEmpty()) {
            return Map.of();
        }
        Map<UUID, List<DirectCharge>> charges =
                DirectUseStore.list(handle, ofKeys).stream().collect(Collectors.groupingBy(DirectCharge::keyId));
        return charges.isEmpty() ? Map.of() : in(handle, ofKeys, charges, now);
    }

    private static Map<WindowKey, DirectUse> in(
            Handle handle, List<Window> ofKeys, Map<UUID, List<DirectCharge>> charges, Instant now) {
        List<Window> used = ofKeys.stream()
                .filter(window ->
                        charges.containsKey(UUID.fromString(window.key().scopeId())))
                .toList();
        Map<WindowKey, BigDecimal> setAside =
                DirectUseStore.setAside(handle, used.stream().map(Window::key).toList());
        Map<WindowKey, DirectUse> uses = new HashMap<>();
        for (Window window : used) {
            List<DirectCharge> ofKey =
                    charges.getOrDefault(UUID.fromString(window.key().scopeId()), List.of());
            uses.put(window.key(), of(window, ofKey, setAside.getOrDefault(window.key(), BigDecimal.ZERO), now));
        }
        return uses;
    }

    /** @param charges not empty */
    static DirectUse of(Window window, List<DirectCharge> charges, BigDecimal setAside, Instant now) {
        Instant start = window.key().windowStart();
        Instant end = window.end();
        BigDecimal told = charges.stream()
                .filter(charge -> charge.isIn(start, end))
                .map(DirectCharge::untold)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        DirectCharge last =
                charges.stream().max(Comparator.comparing(DirectCharge::from)).orElseThrow();
        BigDecimal since = last.since(start, end == null || now.isBefore(end) ? now : end);
        return new DirectUse(told.add(since).setScale(SCALE, RoundingMode.UP), setAside, last.asOf());
    }
}

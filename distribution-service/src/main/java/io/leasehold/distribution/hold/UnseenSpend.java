package io.leasehold.distribution.hold;

import io.leasehold.contracts.hold.WindowKey;
import io.leasehold.distribution.spend.Balance;
import io.leasehold.distribution.spend.SpendWindow;
import io.leasehold.distribution.spend.SpendWindowStore;
import io.leasehold.distribution.spend.Window;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Money that a key has cost by its provider's word, and that nobody here has counted or set aside: it is presumed in the key's
 * windows, so that no grant can have it. To the windows the key is one more replica that is gone, with its own id.
 */
public final class UnseenSpend {
    private UnseenSpend() {}

    /**
     * Presumes in each window what its provider's figure is above what was spent, is presumed, and is held by direct leases;
     * what was presumed of an earlier figure and is not so any longer is free again, also in windows that are not asked for
     * any more. What gateways hold is not spent yet.
     *
     * @param windows of the key
     * @param billed by window, in USD; nothing where a window is missing
     * @return what requests that are over did cost in each window, in USD
     */
    public static Map<WindowKey, BigDecimal> presume(
            Handle handle,
            UUID workspaceId,
            UUID keyId,
            Collection<Window> windows,
            Map<WindowKey, BigDecimal> billed,
            Instant now) {
        // All of them at once, as locks are taken in one order.
        Collection<Window> all = withEarlier(handle, workspaceId, keyId, windows, now);
        if (all.isEmpty()) {
            return Map.of();
        }
        WindowBooks books = WindowBooks.open(handle, all, Set.of(keyId));
        Map<WindowKey, BigDecimal> heldDirectly = HoldStore.ofDirectLeases(
                handle, books.all().stream().map(WindowBook::key).toList());
        Map<WindowKey, BigDecimal> spent = new HashMap<>();
        for (WindowBook book : books.all()) {
            Balance balance = book.window().balance();
            BigDecimal seen = balance.spent()
                    .add(balance.presumed())
                    .subtract(book.hold(keyId).outstanding())
                    .add(heldDirectly.getOrDefault(book.key(), BigDecimal.ZERO));
            BigDecimal bill = billed.getOrDefault(book.key(), BigDecimal.ZERO);
            book.presume(keyId, bill.subtract(seen).max(BigDecimal.ZERO));
            spent.put(book.key(), balance.spent());
        }
        books.save(handle);
        return spent;
    }

    private static Collection<Window> withEarlier(
            Handle handle, UUID workspaceId, UUID keyId, Collection<Window> windows, Instant now) {
        Map<WindowKey, Window> all = new HashMap<>();
        SpendWindowStore.find(handle, HoldStore.windowsOf(handle, workspaceId, keyId)).stream()
                .map(SpendWindow::window)
                .filter(window -> window.end() == null || now.isBefore(window.end()))
                .forEach(window -> all.put(window.key(), window));
        windows.forEach(window -> all.put(window.key(), window));
        return all.values();
    }
}

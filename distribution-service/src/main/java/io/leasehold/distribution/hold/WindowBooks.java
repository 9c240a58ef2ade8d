package io.leasehold.distribution.hold;

import io.leasehold.contracts.hold.WindowKey;
import io.leasehold.distribution.spend.SpendWindow;
import io.leasehold.distribution.spend.SpendWindowStore;
import io.leasehold.distribution.spend.Window;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Opens windows with the holds on them, locked until the transaction ends, and writes what moved. */
public final class WindowBooks {
    private final Map<WindowKey, WindowBook> books;

    private WindowBooks(Map<WindowKey, WindowBook> books) {
        this.books = books;
    }

    /** Windows that are missing are made. */
    public static WindowBooks open(Handle handle, Collection<Window> windows, Set<UUID> replicas) {
        return of(handle, SpendWindowStore.open(handle, windows), replicas);
    }

    /** Windows that are missing are left out. */
    static WindowBooks lock(Handle handle, Collection<WindowKey> windows, Set<UUID> replicas) {
        return of(handle, SpendWindowStore.lock(handle, windows), replicas);
    }

    private static WindowBooks of(Handle handle, List<SpendWindow> windows, Set<UUID> replicas) {
        List<WindowKey> keys = windows.stream().map(SpendWindow::key).toList();
        Map<WindowKey, Map<UUID, Hold>> holds = HoldStore.find(handle, keys, replicas);
        Map<WindowKey, WindowBook> books = new LinkedHashMap<>();
        windows.forEach(window ->
                books.put(window.key(), new WindowBook(window, holds.getOrDefault(window.key(), Map.of()))));
        return new WindowBooks(books);
    }

    /** @throws IllegalArgumentException when it was not opened */
    public WindowBook get(WindowKey key) {
        return find(key).orElseThrow(() -> new IllegalArgumentException("Window was not opened: " + key));
    }

    /** Empty where there was no such window to lock. */
    Optional<WindowBook> find(WindowKey key) {
        return Optional.ofNullable(books.get(key));
    }

    Collection<WindowBook> all() {
        return books.values();
    }

    public void save(Handle handle) {
        HoldStore.save(handle, books.values());
        SpendWindowStore.save(
                handle,
                books.values().stream()
                        .filter(WindowBook::changed)
                        .map(WindowBook::window)
                        .toList());
    }
}

package io.leasehold.distribution.settle;

import io.leasehold.contracts.hold.WindowKey;
import io.leasehold.distribution.hold.WindowBook;
import io.leasehold.distribution.hold.WindowBooks;
import io.leasehold.distribution.spend.Window;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** What a batch of requests changes, summed per window, so that each window is written once however much counts in it. */
final class Charges {
    private final Map<WindowKey, Charge> byWindow = new TreeMap<>();

    /** What is spent in one window, and what of that leaves the slices of the replicas that admitted it. */
    private static final class Charge {
        private final Window window;
        private final Map<UUID, BigDecimal> taken = new HashMap<>();
        private BigDecimal spent = BigDecimal.ZERO;

        Charge(Window window) {
            this.window = window;
        }

        void applyTo(WindowBook book) {
            taken.forEach(book::take);
            book.spend(spent);
        }
    }

    /** @param change negative where a request turned out to be cheaper than counted before */
    void spend(Window window, BigDecimal change) {
        Charge charge = charge(window);
        charge.spent = charge.spent.add(change);
    }

    void take(Window window, UUID replica, BigDecimal amount) {
        charge(window).taken.merge(replica, amount, BigDecimal::add);
    }

    private Charge charge(Window window) {
        return byWindow.computeIfAbsent(window.key(), key -> new Charge(window));
    }

    Collection<Window> windows() {
        return byWindow.values().stream().map(charge -> charge.window).toList();
    }

    Set<UUID> replicas() {
        Set<UUID> replicas = new HashSet<>();
        byWindow.values().forEach(charge -> replicas.addAll(charge.taken.keySet()));
        return replicas;
    }

    void applyTo(WindowBooks books) {
        byWindow.forEach((key, charge) -> charge.applyTo(books.get(key)));
    }
}

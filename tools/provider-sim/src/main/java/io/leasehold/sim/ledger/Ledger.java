package io.leasehold.sim.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Every billed request, in the order in which they ended. Safe for many event loops. */
public final class Ledger {
    private final List<LedgerListener> listeners = new CopyOnWriteArrayList<>();
    private final List<LedgerRow> rows = new ArrayList<>();
    private final Map<String, SpendByDay> spend = new ConcurrentHashMap<>();

    /** Tells {@code listener} of every change from now on. */
    public void listen(LedgerListener listener) {
        listeners.add(listener);
    }

    public void append(LedgerRow row) {
        synchronized (rows) {
            rows.add(row);
            listeners.forEach(listener -> listener.appended(row));
        }
        spendOf(row.keyId()).add(row);
    }

    /** The rows that are there now. */
    public List<LedgerRow> rows() {
        synchronized (rows) {
            return List.copyOf(rows);
        }
    }

    public SpendByDay spendOf(String keyId) {
        return spend.computeIfAbsent(keyId, id -> new SpendByDay());
    }

    /** Tears the bill up. */
    public void clear() {
        synchronized (rows) {
            rows.clear();
            listeners.forEach(LedgerListener::cleared);
        }
        spend.clear();
    }
}

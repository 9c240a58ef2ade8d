package io.leasehold.sim.ledger;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Everything that was billed. The last requests are kept one by one, in the order in which they ended; older ones are
 * folded into sums, so that its size depends on how long it runs and hardly on how many requests there were. Safe for
 * many event loops.
 */
public final class Ledger {
    private static final int SINGLY = 50_000;

    private final List<LedgerListener> listeners = new CopyOnWriteArrayList<>();
    private final Map<String, SpendByDay> spend = new ConcurrentHashMap<>();
    private final int singly;

    /** Guards {@code folded} and {@code recent}. */
    private final Object lock = new Object();

    private final FoldedRows folded = new FoldedRows();
    private final ArrayDeque<LedgerRow> recent = new ArrayDeque<>();

    public Ledger() {
        this(SINGLY);
    }

    /** @param singly how many requests are kept one by one */
    public Ledger(int singly) {
        this.singly = singly;
    }

    /** Tells {@code listener} of every change from now on. */
    public void listen(LedgerListener listener) {
        listeners.add(listener);
    }

    /** @param row a request, or what was folded before a restart */
    public void append(LedgerRow row) {
        synchronized (lock) {
            add(row);
            listeners.forEach(listener -> listener.appended(row));
        }
        spendOf(row.keyId()).add(row);
    }

    /** All that was billed, the older part of it folded. */
    public List<LedgerRow> rows() {
        synchronized (lock) {
            Collection<LedgerRow> older = folded.rows();
            List<LedgerRow> rows = new ArrayList<>(older.size() + recent.size());
            rows.addAll(older);
            rows.addAll(recent);
            return rows;
        }
    }

    /** The last requests, one by one, oldest first. */
    public List<LedgerRow> recent() {
        synchronized (lock) {
            return List.copyOf(recent);
        }
    }

    public SpendByDay spendOf(String keyId) {
        return spend.computeIfAbsent(keyId, id -> new SpendByDay());
    }

    /** Tears the bill up. */
    public void clear() {
        synchronized (lock) {
            folded.clear();
            recent.clear();
            listeners.forEach(LedgerListener::cleared);
        }
        spend.clear();
    }

    private void add(LedgerRow row) {
        if (row.requests() > 1) {
            folded.add(row);
            return;
        }
        recent.add(row);
        if (recent.size() > singly) {
            folded.add(recent.remove());
        }
    }
}

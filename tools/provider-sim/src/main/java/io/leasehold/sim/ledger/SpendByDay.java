package io.leasehold.sim.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.TreeMap;

/** What one key has spent on each UTC day. */
public final class SpendByDay {
    private final TreeMap<LocalDate, NanoUsd> days = new TreeMap<>();

    synchronized void add(LedgerRow row) {
        LocalDate day = LocalDate.ofInstant(Instant.ofEpochMilli(row.startedAt()), ZoneOffset.UTC);
        days.merge(day, row.cost(), NanoUsd::plus);
    }

    /** Everything spent on {@code day} and later. */
    public synchronized NanoUsd since(LocalDate day) {
        return days.tailMap(day).values().stream().reduce(NanoUsd.ZERO, NanoUsd::plus);
    }
}

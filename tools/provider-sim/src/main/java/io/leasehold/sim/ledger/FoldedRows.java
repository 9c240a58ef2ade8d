package io.leasehold.sim.ledger;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Requests that nobody asks for singly any more: one row for all that no report can tell apart. */
final class FoldedRows {
    /** The finest bucket of any report. */
    private static final long MINUTE = Duration.ofMinutes(1).toMillis();

    private final Map<Kind, LedgerRow> rows = new LinkedHashMap<>();

    /** Whatever a report groups or filters by. */
    private record Kind(
            String keyId,
            @Nullable String workspaceId,
            Rate rate,
            Outcome outcome,
            boolean streamed,
            boolean longContext,
            long minute) {
        static Kind of(LedgerRow row) {
            return new Kind(
                    row.keyId(),
                    row.workspaceId(),
                    row.rate(),
                    row.outcome(),
                    row.streamed(),
                    row.isLongContext(),
                    minuteOf(row));
        }
    }

    void add(LedgerRow row) {
        rows.merge(Kind.of(row), row, (one, other) -> one.plus(other, minuteOf(row)));
    }

    Collection<LedgerRow> rows() {
        return rows.values();
    }

    void clear() {
        rows.clear();
    }

    private static long minuteOf(LedgerRow row) {
        return row.startedAt() - Math.floorMod(row.startedAt(), MINUTE);
    }
}

package io.leasehold.sim.journal;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.leasehold.sim.group.SimGroup;
import io.leasehold.sim.key.SimKey;
import io.leasehold.sim.ledger.PriceTable;
import org.jspecify.annotations.Nullable;

/** A change as one line of the journal; exactly one of the five is set. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record JournalEntry(
        @Nullable SimKey key,
        @Nullable String removedKey,
        @Nullable SimGroup group,
        @Nullable RowEntry row,
        @Nullable Boolean cleared) {

    static JournalEntry of(Change change) {
        return switch (change) {
            case Change.KeySaved saved -> new JournalEntry(saved.key(), null, null, null, null);
            case Change.KeyRemoved removed -> new JournalEntry(null, removed.id(), null, null, null);
            case Change.GroupSaved saved -> new JournalEntry(null, null, saved.group(), null, null);
            case Change.RowAppended appended -> new JournalEntry(null, null, null, RowEntry.of(appended.row()), null);
            case Change.LedgerCleared() -> new JournalEntry(null, null, null, null, true);
        };
    }

    Change toChange(PriceTable prices) {
        if (key != null) {
            return new Change.KeySaved(key);
        }
        if (removedKey != null) {
            return new Change.KeyRemoved(removedKey);
        }
        if (group != null) {
            return new Change.GroupSaved(group);
        }
        return row == null ? new Change.LedgerCleared() : new Change.RowAppended(row.toRow(prices));
    }
}

package io.leasehold.sim.journal;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.leasehold.sim.group.SimGroup;
import io.leasehold.sim.key.SimKey;
import org.jspecify.annotations.Nullable;

/** One line of the journal; exactly one of the five is set. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record JournalEntry(
        @Nullable SimKey key,
        @Nullable String removedKey,
        @Nullable SimGroup group,
        @Nullable RowEntry row,
        @Nullable Boolean cleared) {

    static JournalEntry saved(SimKey key) {
        return new JournalEntry(key, null, null, null, null);
    }

    static JournalEntry saved(SimGroup group) {
        return new JournalEntry(null, null, group, null, null);
    }

    static JournalEntry removed(String keyId) {
        return new JournalEntry(null, keyId, null, null, null);
    }

    static JournalEntry appended(RowEntry row) {
        return new JournalEntry(null, null, null, row, null);
    }

    static JournalEntry ledgerCleared() {
        return new JournalEntry(null, null, null, null, true);
    }
}

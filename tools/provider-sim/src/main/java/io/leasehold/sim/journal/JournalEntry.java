package io.leasehold.sim.journal;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.leasehold.sim.key.SimKey;
import org.jspecify.annotations.Nullable;

/** One line of the journal; exactly one of the four is set. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record JournalEntry(
        @Nullable SimKey key,
        @Nullable String removedKey,
        @Nullable RowEntry row,
        @Nullable Boolean cleared) {

    static JournalEntry saved(SimKey key) {
        return new JournalEntry(key, null, null, null);
    }

    static JournalEntry removed(String keyId) {
        return new JournalEntry(null, keyId, null, null);
    }

    static JournalEntry appended(RowEntry row) {
        return new JournalEntry(null, null, row, null);
    }

    static JournalEntry ledgerCleared() {
        return new JournalEntry(null, null, null, true);
    }
}

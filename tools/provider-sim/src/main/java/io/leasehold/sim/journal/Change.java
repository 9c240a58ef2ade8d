package io.leasehold.sim.journal;

import io.leasehold.sim.group.SimGroup;
import io.leasehold.sim.key.SimKey;
import io.leasehold.sim.ledger.LedgerRow;

/** Something that happened to what is kept. */
sealed interface Change {
    record KeySaved(SimKey key) implements Change {}

    record KeyRemoved(String id) implements Change {}

    record GroupSaved(SimGroup group) implements Change {}

    record RowAppended(LedgerRow row) implements Change {}

    record LedgerCleared() implements Change {}
}

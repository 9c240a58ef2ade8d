package io.leasehold.sim.ledger;

/** Is told of every change of the ledger, in order. */
public interface LedgerListener {
    void appended(LedgerRow row);

    void cleared();
}

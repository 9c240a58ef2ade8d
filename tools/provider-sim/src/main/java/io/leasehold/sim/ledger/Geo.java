package io.leasehold.sim.ledger;

import java.util.Locale;

/** Where a request was asked to be answered. */
public enum Geo {
    GLOBAL,
    US,
    /** The model is from before places could be chosen. */
    NOT_AVAILABLE;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}

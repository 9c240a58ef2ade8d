package io.leasehold.sim.ledger;

import java.util.Locale;

/** How fast a model was asked to answer; fast has prices of its own. */
public enum Speed {
    STANDARD,
    FAST;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}

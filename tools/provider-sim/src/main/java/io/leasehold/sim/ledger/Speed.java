package io.leasehold.sim.ledger;

import java.util.Locale;

/** How fast a model answered; each speed, or tier of service, has prices of its own. */
public enum Speed {
    STANDARD,
    FAST,
    /** OpenAI's service tiers. */
    FLEX,
    PRIORITY;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}

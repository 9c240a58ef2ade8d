package io.leasehold.sim.ledger;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How the production of an answer ended. */
public enum Outcome {
    COMPLETED,
    /** The caller's connection closed first. */
    ABANDONED,
    /** A fault broke the stream off. */
    BROKEN;

    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}

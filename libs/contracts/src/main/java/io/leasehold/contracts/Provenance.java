package io.leasehold.contracts;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where an amount of money comes from. */
public enum Provenance {
    /** Computed by us from reported tokens and the price book. */
    GATEWAY,
    /** What the provider says it charged. */
    PROVIDER,
    /** Worked out from something less than reported tokens. */
    ESTIMATED,
    /** Computed by us from the tokens that a node says it used, and the price book. */
    NODE;

    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}

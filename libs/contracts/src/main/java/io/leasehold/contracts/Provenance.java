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
    ESTIMATED;

    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}

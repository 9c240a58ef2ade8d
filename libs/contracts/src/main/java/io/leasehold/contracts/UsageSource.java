package io.leasehold.contracts;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How sure the token counts of a request are. */
public enum UsageSource {
    /** The provider's own final figures. */
    REPORTED,
    /** The provider's figures up to where the stream broke. */
    PARTIAL,
    /** Worked out from the bytes seen. */
    ESTIMATED,
    /** Nothing was used, because the provider refused the request. */
    NONE,
    /** Something may have been used and nobody said how much. */
    UNKNOWN,
    /** What a node says that it used with a key of its own; no gateway has seen it. */
    NODE;

    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package io.leasehold.contracts;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What is kept of a domain's traffic. */
public enum Capture {
    NONE,
    METADATA,
    FULL;

    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException when there is no such level */
    public static Capture of(String wireName) {
        return valueOf(wireName.toUpperCase(Locale.ROOT));
    }
}

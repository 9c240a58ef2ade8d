package io.leasehold.contracts;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How a node gets at the provider. */
public enum LeaseMode {
    /** The node gets the provider key itself. */
    DIRECT,
    /** The node gets a lease token and a base URL. */
    GATEWAY;

    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException when there is no such mode */
    public static LeaseMode of(String wireName) {
        return valueOf(wireName.toUpperCase(Locale.ROOT));
    }
}

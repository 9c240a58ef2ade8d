package io.leasehold.contracts;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a spend limit can be set on. The order is the order in which windows are locked. */
public enum Scope {
    LEASE,
    KEY,
    NODE,
    DOMAIN,
    USER,
    WORKSPACE;

    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException when no scope has that name */
    public static Scope of(String wireName) {
        return valueOf(wireName.toUpperCase(Locale.ROOT));
    }
}

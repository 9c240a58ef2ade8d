package io.leasehold.contracts;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where a lease is in its life; {@code ACTIVE} and {@code DRAINING} may still be used. */
public enum LeaseState {
    ACTIVE,
    DRAINING,
    RELEASED,
    EXPIRED,
    REVOKED;

    /** Whether requests are still admitted. */
    public boolean usable() {
        return this == ACTIVE || this == DRAINING;
    }

    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException when no state has that name */
    public static LeaseState of(String wireName) {
        return valueOf(wireName.toUpperCase(Locale.ROOT));
    }
}

package io.leasehold.contracts;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where an API key is in its life; {@code ACTIVE} alone is leased. */
public enum KeyState {
    ACTIVE,
    DISABLED,
    DRAINING,
    REVOKING,
    REVOKED,
    /** Revocation not confirmed; reason and next retry are visible. */
    STUCK,
    /** The provider has no way to revoke by API. */
    AWAITING_MANUAL,
    /** Out of the pool, alive at the provider. */
    RETIRED;

    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException when no state has that name */
    public static KeyState of(String wireName) {
        return valueOf(wireName.toUpperCase(Locale.ROOT));
    }
}

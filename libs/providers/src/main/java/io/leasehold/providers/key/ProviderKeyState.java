package io.leasehold.providers.key;

import java.util.Locale;

/** A key's state at its provider. */
public enum ProviderKeyState {
    ACTIVE,
    /** Switched off; can be switched on again. */
    DISABLED,
    /** Past its own end; can't be switched on again. */
    EXPIRED,
    /** Ended for good. */
    REVOKED,
    /** A word this version does not know. */
    UNKNOWN;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the secret works, or can be made to. */
    public boolean isLive() {
        return this == ACTIVE || this == DISABLED || this == UNKNOWN;
    }
}

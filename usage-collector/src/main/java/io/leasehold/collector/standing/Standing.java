package io.leasehold.collector.standing;

import io.leasehold.providers.key.ProviderKeyState;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a provider says of one of our keys. */
public enum Standing {
    ACTIVE,
    DISABLED,
    EXPIRED,
    REVOKED,
    /** Not listed the last time. Lists lag behind, and a key that was just made may be missing. */
    MISSING,
    /** Not listed twice in a row. */
    GONE,
    /** A word this version does not know. */
    UNKNOWN;

    /**
     * @param listed how the provider lists it; null where it does not
     * @param before what was known; null where nothing was
     */
    static Standing of(@Nullable ProviderKeyState listed, @Nullable Standing before) {
        if (listed == null) {
            return before == MISSING || before == GONE ? GONE : MISSING;
        }
        return switch (listed) {
            case ACTIVE -> ACTIVE;
            case DISABLED -> DISABLED;
            case EXPIRED -> EXPIRED;
            case REVOKED -> REVOKED;
            case UNKNOWN -> UNKNOWN;
        };
    }

    /** Whether calls with the key fail. */
    public boolean isOver() {
        return this == DISABLED || this == EXPIRED || this == REVOKED || this == GONE;
    }

    /** Whether it is told after the other: that a key is as one expects is no news, and neither is a slip. */
    boolean isNewsAfter(@Nullable Standing before) {
        return this != before && this != MISSING && (isOver() || (before != null && before.isOver()));
    }

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package io.leasehold.distribution.lease;

import com.fasterxml.jackson.annotation.JsonValue;
import io.leasehold.contracts.LeaseMode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the secret that a direct lease's node was given is still good for. */
public enum Exposure {
    IN_USE,
    EXPOSED_UNTIL_ROTATED,
    ROTATED;

    /** Null for a gateway lease, whose node never had it. */
    static @Nullable Exposure of(Lease lease) {
        if (lease.mode() != LeaseMode.DIRECT) {
            return null;
        }
        if (lease.state().usable()) {
            return IN_USE;
        }
        return lease.isExposed() ? EXPOSED_UNTIL_ROTATED : ROTATED;
    }

    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}

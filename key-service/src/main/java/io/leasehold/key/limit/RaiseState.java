package io.leasehold.key.limit;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where a raise is in its life. */
public enum RaiseState {
    SCHEDULED,
    IN_FORCE,
    EXPIRED,
    ENDED_EARLY;

    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}

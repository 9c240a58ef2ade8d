package io.leasehold.contracts;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Whether a node is in, and heard of. */
public enum NodeState {
    /** Waits until an admin lets it in; no event tells of it before. */
    PENDING,
    ENROLLED,
    LOST,
    REMOVED;

    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException when no state has that name */
    public static NodeState of(String wireName) {
        return valueOf(wireName.toUpperCase(Locale.ROOT));
    }
}

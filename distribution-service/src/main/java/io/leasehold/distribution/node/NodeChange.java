package io.leasehold.distribution.node;

import com.fasterxml.jackson.annotation.JsonValue;
import io.leasehold.contracts.event.EventType;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What became of a node. */
public enum NodeChange {
    /** It knocked, and waits for an admin. */
    PENDING(null),
    ENROLLED(EventType.NODE_ENROLLED),
    LOST(EventType.NODE_LOST),
    BACK(EventType.NODE_BACK),
    CHANGED(EventType.NODE_CHANGED),
    REMOVED(EventType.NODE_REMOVED);

    private final @Nullable EventType event;

    NodeChange(@Nullable EventType event) {
        this.event = event;
    }

    /** What tells others of it; nobody is told of a node that is not in yet. */
    Optional<EventType> event() {
        return Optional.ofNullable(event);
    }

    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}

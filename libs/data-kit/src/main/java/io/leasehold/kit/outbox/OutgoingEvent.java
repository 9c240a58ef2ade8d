package io.leasehold.kit.outbox;

import io.leasehold.contracts.event.EventData;
import io.leasehold.contracts.event.EventType;
import io.leasehold.kit.trace.TraceContext;
import org.jspecify.annotations.Nullable;

/**
 * An event that is yet to be written beside the change that it tells of.
 *
 * @param traceParent the trace that it is part of; null outside of any
 */
public record OutgoingEvent(
        EventType type, EventData data, @Nullable String traceParent) {
    /** Part of the work under way. */
    public OutgoingEvent(EventType type, EventData data) {
        this(type, data, TraceContext.current());
    }
}

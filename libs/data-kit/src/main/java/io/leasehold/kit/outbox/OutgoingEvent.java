package io.leasehold.kit.outbox;

import io.leasehold.contracts.event.EventData;
import io.leasehold.contracts.event.EventType;

/** An event that is yet to be written beside the change that it tells of. */
public record OutgoingEvent(EventType type, EventData data) {}

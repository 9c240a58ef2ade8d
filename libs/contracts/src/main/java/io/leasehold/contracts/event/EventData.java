package io.leasehold.contracts.event;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.UUID;

/** The data of an event: it always belongs to one workspace and one aggregate. */
public interface EventData {
    UUID workspaceId();

    /**
     * The CloudEvents {@code subject} and Kafka key: events with the same one are read in the order they were written.
     */
    @JsonIgnore
    String aggregateKey();
}

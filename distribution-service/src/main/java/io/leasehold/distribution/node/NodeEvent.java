package io.leasehold.distribution.node;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What became of a node at some time. */
record NodeEvent(
        UUID eventId,
        UUID nodeId,
        String nodeName,
        Instant at,
        NodeChange change,
        @Nullable String actor,
        @Nullable String reason) {}

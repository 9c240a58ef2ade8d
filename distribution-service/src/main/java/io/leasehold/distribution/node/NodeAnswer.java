package io.leasehold.distribution.node;

import io.leasehold.contracts.NodeState;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A node.
 *
 * @param state {@code lost} when it was not heard of for too long
 * @param lastSeenAt to within some seconds
 */
@Schema(name = "Node")
record NodeAnswer(
        @Schema(examples = "0199f0a2-5c1e-7bd0-9f1c-2d3e4f5a6b7c")
        UUID id,

        @Schema(examples = "node-a") String name,

        @Schema(examples = "enrolled") NodeState state,

        @Schema(examples = "2026-11-20T10:00:00Z") Instant enrolledAt,
        @Schema(examples = "2026-11-21T09:59:41Z") Instant lastSeenAt,
        @Schema(examples = "3") long version) {

    static NodeAnswer of(Node node) {
        return new NodeAnswer(
                node.nodeId(), node.name(), node.state(), node.enrolledAt(), node.lastSeenAt(), node.version());
    }
}

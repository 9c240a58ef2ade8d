package io.leasehold.distribution.node;

import io.leasehold.contracts.NodeState;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A node. */
@Schema(name = "Node")
record NodeAnswer(
        @Schema(description = "The id of the node.", examples = "0199f0a2-5c1e-7bd0-9f1c-2d3e4f5a6b7c")
        UUID id,

        @Schema(description = "What it is called: the name of its identity.", examples = "node-a")
        String name,

        @Schema(description = "Whether it is heard of; lost when it was not for too long.", examples = "enrolled")
        NodeState state,

        @Schema(description = "When it called for the first time.", examples = "2026-11-20T10:00:00Z")
        Instant enrolledAt,

        @Schema(description = "When it was heard of last, to within some seconds.", examples = "2026-11-21T09:59:41Z")
        Instant lastSeenAt,

        @Schema(description = "Raised with every change of its state.", examples = "3")
        long version) {

    static NodeAnswer of(Node node) {
        return new NodeAnswer(
                node.nodeId(), node.name(), node.state(), node.enrolledAt(), node.lastSeenAt(), node.version());
    }
}

package io.leasehold.distribution.node;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What became of a node, for a mark in a chart. */
@Schema(name = "NodeEvent")
record NodeEventAnswer(
        @Schema(description = "The id of the node.", examples = "0199f0a2-5c1e-7bd0-9f1c-2d3e4f5a6b7c")
        UUID nodeId,

        @Schema(description = "What the node is called.", examples = "node-a")
        String nodeName,

        @Schema(description = "When it was.", examples = "2026-11-21T10:00:00Z")
        Instant at,

        @Schema(description = "What became of it.", examples = "enrolled")
        NodeChange change,

        @Schema(description = "Who did it; null for what came by itself.", examples = "ada", nullable = true) @Nullable
        String actor,

        @Schema(description = "Why.", examples = "The machine was sold.", nullable = true) @Nullable
        String reason) {

    static NodeEventAnswer of(NodeEvent event) {
        return new NodeEventAnswer(
                event.nodeId(), event.nodeName(), event.at(), event.change(), event.actor(), event.reason());
    }
}

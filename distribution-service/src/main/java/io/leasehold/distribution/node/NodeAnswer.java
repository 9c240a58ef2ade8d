package io.leasehold.distribution.node;

import io.leasehold.contracts.NodeState;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A node. */
@Schema(name = "Node")
record NodeAnswer(
        @Schema(description = "The id of the node.", examples = "0199f0a2-5c1e-7bd0-9f1c-2d3e4f5a6b7c")
        UUID id,

        @Schema(description = "What it is called: the name of its identity.", examples = "node-a")
        String name,

        @Schema(
                description =
                        "Whether it is in and heard of: pending until an admin lets it in, lost when it was not heard"
                                + " of for too long.",
                examples = "enrolled")
        NodeState state,

        @Schema(description = "What it says of itself.", examples = "{\"region\":\"eu-1\"}")
        Map<String, String> labels,

        @Schema(
                description = "What it may lease; null forbids nothing.",
                examples = "{\"providers\":[\"anthropic\"],\"max_leases\":5}",
                nullable = true)
        @Nullable
        NodePolicyBody policy,

        @Schema(description = "Who vouches for it.", examples = "https://login.example.com/realms/leasehold")
        String issuer,

        @Schema(description = "Who it is there.", examples = "0199f0a2-5c1e-7bd0-9f1c-2d3e4f5a6b7f")
        String subject,

        @Schema(
                description = "When it was let in; when it called for the first time, for one that waits.",
                examples = "2026-11-20T10:00:00Z")
        Instant enrolledAt,

        @Schema(description = "When it was heard of last, to within some seconds.", examples = "2026-11-21T09:59:41Z")
        Instant lastSeenAt,

        @Schema(description = "Raised with every change of its state.", examples = "3")
        long version) {

    static NodeAnswer of(Node node) {
        return new NodeAnswer(
                node.nodeId(),
                node.name(),
                node.state(),
                node.labels(),
                NodePolicyBody.of(node.policy()),
                node.issuer(),
                node.subject(),
                node.enrolledAt(),
                node.lastSeenAt(),
                node.version());
    }
}

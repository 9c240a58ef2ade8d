package io.leasehold.distribution.timeline;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One thing that became of a node or of a lease of it. */
@Schema(name = "NodeTimelineEntry")
record TimelineEntry(
        @JsonIgnore UUID id,

        @Schema(description = "When it was.", examples = "2026-11-21T10:00:00Z")
        Instant at,

        @Schema(
                description =
                        "Of the node: pending, enrolled, lost, back, changed, removed. Of a lease: granted, moved (to another"
                                + " key), released, expired, revoked.",
                examples = "granted")
        String what,

        @Schema(
                description = "The lease, where it is about one.",
                examples = "0199f0a2-5c1e-7bd0-9f1c-2d3e4f5a6b7c",
                nullable = true)
        @Nullable
        UUID leaseId,

        @Schema(
                description = "The key that the lease had from then on, or at its end.",
                examples = "0199f0a2-5c1e-7bd0-9f1c-2d3e4f5a6b7e",
                nullable = true)
        @Nullable
        UUID keyId,

        @Schema(description = "What that key is called.", examples = "claude-prod", nullable = true) @Nullable
        String keyName,

        @Schema(description = "Who did it; null for what came by itself.", examples = "ada", nullable = true) @Nullable
        String actor,

        @Schema(description = "Why.", examples = "The machine was sold.", nullable = true) @Nullable
        String reason) {

    /** Where the next page begins. */
    String position() {
        return at + " " + what + " " + id;
    }
}

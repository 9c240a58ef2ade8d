package io.leasehold.distribution.enrolment;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.leasehold.contracts.OpaqueToken;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A token that lets one node in. */
@Schema(name = "EnrolmentToken")
record EnrolmentTokenAnswer(
        @Schema(description = "The id of the token.", examples = "0199f0a2-5c1e-7bd0-9f1c-2d3e4f5a6b7c")
        UUID id,

        @Schema(description = "What people call it.", examples = "batch machines", nullable = true) @Nullable
        String name,

        @Schema(description = "What the node that comes with it will have.", examples = "{\"region\":\"eu-1\"}")
        Map<String, String> labels,

        @Schema(description = "Who made it.", examples = "ada")
        String createdBy,

        @Schema(description = "When it was made.", examples = "2026-11-21T10:00:00Z")
        Instant createdAt,

        @Schema(description = "Until when it is good.", examples = "2026-11-21T11:00:00Z")
        Instant expireTime,

        @Schema(description = "When a node came with it.", examples = "2026-11-21T10:05:00Z", nullable = true) @Nullable
        Instant usedAt,

        @Schema(
                description = "The node that came with it.",
                examples = "0199f0a2-5c1e-7bd0-9f1c-2d3e4f5a6b7d",
                nullable = true)
        @Nullable
        UUID nodeId,

        @Schema(description = "In the answer to making it, and never again.", examples = "lhe_…")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        String token) {

    static EnrolmentTokenAnswer of(EnrolmentToken token) {
        return of(token, null);
    }

    static EnrolmentTokenAnswer of(EnrolmentToken token, @Nullable OpaqueToken secret) {
        return new EnrolmentTokenAnswer(
                token.tokenId(),
                token.label(),
                token.labels(),
                token.createdBy(),
                token.createdAt(),
                token.expiresAt(),
                token.usedAt(),
                token.nodeId(),
                secret == null ? null : secret.text());
    }

    /** Without the token, as this could end up in a log. */
    @Override
    public String toString() {
        return "EnrolmentTokenAnswer[id=" + id + "]";
    }
}

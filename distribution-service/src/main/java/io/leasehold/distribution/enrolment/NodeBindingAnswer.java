package io.leasehold.distribution.enrolment;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A service account whose pods are nodes of the workspace. */
@Schema(name = "NodeBinding")
record NodeBindingAnswer(
        @Schema(description = "The id of the binding.", examples = "0199f0a2-5c1e-7bd0-9f1c-2d3e4f5a6b7c")
        UUID id,

        @Schema(description = "Who vouches for it.", examples = "https://kubernetes.default.svc.cluster.local")
        String issuer,

        @Schema(description = "Who it is there.", examples = "system:serviceaccount:shop:checkout")
        String subject,

        @Schema(description = "Who bound it.", examples = "ada")
        String createdBy,

        @Schema(description = "When it was bound.", examples = "2026-11-21T10:00:00Z")
        Instant createdAt) {

    static NodeBindingAnswer of(NodeBinding binding) {
        return new NodeBindingAnswer(
                binding.bindingId(), binding.issuer(), binding.subject(), binding.createdBy(), binding.createdAt());
    }
}

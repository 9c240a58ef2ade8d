package io.leasehold.key.rotation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why nobody waits for proof of a secret's death any more. */
@Schema(name = "AbandonRotationRequest")
record AbandonRequest(
        @NotBlank
        @Size(max = 300)
        @Schema(
                description = "For the audit log and whoever sees the key later",
                examples = "The account was closed by the provider")
        String reason) {}

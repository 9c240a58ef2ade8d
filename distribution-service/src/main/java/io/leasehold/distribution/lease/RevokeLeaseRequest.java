package io.leasehold.distribution.lease;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a lease is to end. */
@Schema(name = "RevokeLease")
record RevokeLeaseRequest(
        @Schema(
                description = "Is kept with the lease and told to whoever uses it.",
                examples = "Token was posted in a ticket.")
        @NotBlank
        @Size(max = 500)
        String reason) {}

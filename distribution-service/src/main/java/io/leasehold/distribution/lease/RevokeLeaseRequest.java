package io.leasehold.distribution.lease;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** @param reason is kept with the lease and told to whoever uses it */
@Schema(name = "RevokeLease")
record RevokeLeaseRequest(
        @Schema(examples = "Token was posted in a ticket.") @NotBlank @Size(max = 500)
        String reason) {}

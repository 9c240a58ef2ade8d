package io.leasehold.distribution.lease;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Why many leases are to end. */
@Schema(name = "RevokeLeases")
record BulkRevokeRequest(
        @Schema(
                description = "Is kept with each lease and told to whoever uses it.",
                examples = "Machine room is gone.")
        @NotBlank
        @Size(max = 500)
        String reason,

        @Schema(description = "Whether only to tell which leases it would be.", examples = "false") @Nullable
        Boolean dryRun) {

    boolean isDryRun() {
        return Boolean.TRUE.equals(dryRun);
    }
}

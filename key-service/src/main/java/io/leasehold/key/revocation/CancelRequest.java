package io.leasehold.key.revocation;

import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Why a key is not revoked after all; may be left out. */
@Schema(name = "CancelRevocationRequest")
record CancelRequest(
        @Size(max = 500) @Schema(description = "For the audit log", examples = "It was the wrong key") @Nullable
        String reason) {}

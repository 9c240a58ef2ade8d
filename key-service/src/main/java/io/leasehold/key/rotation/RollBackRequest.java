package io.leasehold.key.rotation;

import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Why a rotation is turned round; may be left out. */
@Schema(name = "RollBackRequest")
record RollBackRequest(
        @Size(max = 300)
        @Schema(
                description = "For the audit log and whoever sees the key later",
                examples = "The new key has no access to the model")
        @Nullable
        String reason) {}

package io.leasehold.key.revocation;

import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How a key is to be revoked; everything may be left out. */
@Schema(name = "RevokeRequest")
record RevokeRequest(
        @Schema(description = "Only tell what would be done", examples = "true") @Nullable
        Boolean dryRun,

        @Schema(description = "End its use at once, before the provider is asked", examples = "false") @Nullable
        Boolean force,

        @Size(max = 500)
        @Schema(
                description = "Why, for the audit log and whoever sees the key later",
                examples = "Left a laptop on the train")
        @Nullable
        String reason) {
    static final RevokeRequest PLAIN = new RevokeRequest(null, null, null);

    boolean isDryRun() {
        return Boolean.TRUE.equals(dryRun);
    }

    boolean isForced() {
        return Boolean.TRUE.equals(force);
    }
}

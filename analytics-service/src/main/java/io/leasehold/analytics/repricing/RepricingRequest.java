package io.leasehold.analytics.repricing;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Which requests shall be priced again. */
@Schema(name = "RepricingRequest")
record RepricingRequest(
        @NotNull @Schema(description = "Requests that were admitted from then on", examples = "2026-11-01T00:00:00Z")
        Instant from,

        @NotNull @Schema(description = "And before then; now at the latest", examples = "2026-12-01T00:00:00Z")
        Instant to,

        @Size(max = 64) @Schema(description = "Only requests to that provider", examples = "anthropic") @Nullable
        String provider,

        @Size(max = 200)
        @Schema(description = "Only requests that this model answered, by its full name", examples = "claude-opus-5")
        @Nullable
        String model,

        @Size(max = 500)
        @Schema(description = "Why; needed unless it is a dry run", examples = "Contract 2026-117 holds since October")
        @Nullable
        String reason,

        @Schema(description = "Whether to say only what would change; false where left out", examples = "true")
        @Nullable
        Boolean dryRun) {

    boolean isDryRun() {
        return Boolean.TRUE.equals(dryRun);
    }
}

package io.leasehold.key.rotation;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How a key is to be rotated; everything may be left out. */
@Schema(name = "RotateRequest")
record RotateRequest(
        @Schema(description = "Only tell what would be done", examples = "true") @Nullable
        Boolean dryRun,

        @Schema(
                description =
                        "End the old secret as soon as the new one is served, without an overlap; also of a rotation that is under way",
                examples = "false")
        @Nullable
        Boolean force,

        @Min(0)
        @Max(MOST_OVERLAP)
        @Schema(
                description = "For how long both secrets work at most, in seconds; 24 hours where it is left out",
                examples = "86400")
        @Nullable
        Long overlapSeconds,

        @Size(max = 500)
        @Schema(description = "Why, for the audit log and whoever sees the key later", examples = "Quarterly rotation")
        @Nullable
        String reason) {
    static final RotateRequest PLAIN = new RotateRequest(null, null, null, null);
    /** 90 days. */
    static final long MOST_OVERLAP = 7_776_000;

    boolean isDryRun() {
        return Boolean.TRUE.equals(dryRun);
    }

    boolean isForced() {
        return Boolean.TRUE.equals(force);
    }
}

package io.leasehold.key.rotation;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** When a key is to be rotated by itself. */
@Schema(name = "RotationScheduleRequest")
record RotationScheduleRequest(
        @NotBlank
        @Size(max = 100)
        @Schema(
                description = "Five fields as in crontab: minute, hour, day of month, month, day of week",
                examples = "0 3 1 * *")
        String cron,

        @NotBlank
        @Size(max = 60)
        @Schema(description = "The time zone that the fields are meant in", examples = "Europe/Berlin")
        String zone,

        @Min(0)
        @Max(RotateRequest.MOST_OVERLAP)
        @Schema(
                description = "For how long both secrets work at most, in seconds; 24 hours where it is left out",
                examples = "86400")
        @Nullable
        Long overlapSeconds) {}

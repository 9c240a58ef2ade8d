package io.leasehold.key.rotation;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** When a key is rotated by itself. */
@Schema(name = "RotationSchedule")
record RotationScheduleAnswer(
        @Schema(description = "The key that is rotated", examples = "0199f2a4-7c1e-7b0a-9d52-5a3b0c0e7a10")
        UUID keyId,

        @Schema(description = "Minute, hour, day of month, month, day of week", examples = "0 3 1 * *")
        String cron,

        @Schema(description = "The time zone that the fields are meant in", examples = "Europe/Berlin")
        String zone,

        @Schema(description = "For how long both secrets work at most, in seconds", examples = "86400")
        long overlapSeconds,

        @Schema(description = "When it begins next", examples = "2026-12-01T02:00:00Z")
        Instant nextAt) {
    static RotationScheduleAnswer of(RotationSchedule schedule) {
        return new RotationScheduleAnswer(
                schedule.keyId(), schedule.cron(), schedule.zone(), schedule.overlapSeconds(), schedule.nextAt());
    }
}

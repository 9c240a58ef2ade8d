package io.leasehold.key.rotation;

import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;

/**
 * When a key is rotated by itself.
 *
 * <p>Public, as JDBI binds the methods of public types only.
 *
 * @param cron five fields, as in crontab
 * @param overlapSeconds for how long both secrets work at most
 * @param nextAt when it begins next
 */
public record RotationSchedule(
        UUID workspaceId,
        UUID keyId,
        String cron,
        String zone,
        long overlapSeconds,
        Instant nextAt,
        Instant changedAt) {

    Cron times() {
        return new Cron(cron, ZoneId.of(zone));
    }
}

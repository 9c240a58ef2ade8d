package io.leasehold.analytics.repricing;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The record of a repricing, as it stands.
 *
 * @param provider null for all
 * @param model null for all
 * @param reason null for a dry run
 * @param finishedAt null while it goes on
 * @param reachedAt when the last request that was looked at was admitted
 */
record Repricing(
        UUID workspaceId,
        UUID repricingId,
        Instant beginsAt,
        Instant endsAt,
        @Nullable String provider,
        @Nullable String model,
        boolean dryRun,
        @Nullable String reason,
        Instant createdAt,
        String createdBy,
        @Nullable Instant finishedAt,
        Instant reachedAt,
        UUID reachedId,
        RepricingSums sums) {}

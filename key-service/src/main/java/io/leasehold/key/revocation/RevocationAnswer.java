package io.leasehold.key.revocation;

import io.leasehold.contracts.RevocationOutcome;
import io.leasehold.key.apikey.ApiKey;
import io.leasehold.key.step.StepState;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A revocation and its steps; of a dry run what would be done. */
@Schema(name = "Revocation")
record RevocationAnswer(
        @Schema(description = "Null for a dry run", examples = "0199f2a4-7c1e-7b0a-9d52-5a3b0c0e7a11") @Nullable
        UUID id,

        @Schema(description = "The key that is revoked", examples = "0199f2a4-7c1e-7b0a-9d52-5a3b0c0e7a10")
        UUID keyId,

        @Schema(description = "What people call the key", examples = "production-1")
        String keyName,

        @Schema(description = "How it stands as a whole", examples = "running")
        RevocationState state,

        @Schema(
                description =
                        "What came of it at the provider once it is revoked; before, what hinders it: provider_unreachable,"
                                + " rate_limited, refused, partial (the provider has ended the key, the rest is left),"
                                + " store_unavailable, secret_missing, awaiting_manual or failed. Null while it goes its way",
                examples = "rate_limited")
        @Nullable
        RevocationOutcome outcome,

        @Schema(
                description = "Whether trying again as things are may help; null where nothing hinders it",
                examples = "true")
        @Nullable
        Boolean retryable,

        @Schema(description = "Whether its use ended before the provider was asked", examples = "false")
        boolean forced,

        @Schema(description = "What is done to end the key, in this order")
        List<Step> steps,

        @Schema(description = "How many usable leases name the key", examples = "3")
        int leasesAffected,

        @Schema(
                description =
                        "When it goes on at the latest, whether or not requests are still under way; null where it does not drain",
                examples = "2026-11-21T10:00:30Z")
        @Nullable
        Instant drainsUntil,

        @Schema(description = "Failed tries of the step under way", examples = "0")
        int attempts,

        @Schema(description = "When a step that failed or waits is tried again", examples = "2026-11-21T10:00:05Z")
        @Nullable
        Instant nextRetryAt,

        @Schema(description = "Why it does not go on", examples = "Anthropic does not answer.") @Nullable
        String reason,

        @Schema(description = "When it was asked for; null for a dry run", examples = "2026-11-21T10:00:00Z") @Nullable
        Instant startedAt,

        @Schema(
                description = "When the key's death was confirmed and its secret destroyed",
                examples = "2026-11-21T10:00:02Z")
        @Nullable
        Instant finishedAt) {

    @Schema(name = "RevocationStep")
    record Step(
            @Schema(description = "Names the step", examples = "revoke")
            RevocationStep step,

            @Schema(description = "What the step does", examples = "Revoke it at the provider")
            String title,

            @Schema(description = "How the step stands", examples = "done")
            StepState state,

            @Schema(
                    description = "What came of it or why it does not go on; of a dry run, what would be done",
                    examples = "Anthropic ended 'apikey_01Rj2N8SVvo6BePZj99NhmiT'.")
            @Nullable
            String detail,

            @Schema(description = "When it last came to something", examples = "2026-11-21T10:00:01Z") @Nullable
            Instant at) {}

    static RevocationAnswer planned(ApiKey key, int leasesAffected, boolean force, List<StepRecord> plan) {
        return new RevocationAnswer(
                null,
                key.keyId(),
                key.name(),
                RevocationState.PLANNED,
                null,
                null,
                force,
                inOrder(plan),
                leasesAffected,
                null,
                0,
                null,
                null,
                null,
                null);
    }

    /** The one that was, without its steps. */
    static RevocationAnswer cancelled(ApiKey key, KeyRevocation revocation) {
        return new RevocationAnswer(
                revocation.revocationId(),
                key.keyId(),
                key.name(),
                RevocationState.CANCELLED,
                null,
                null,
                revocation.forced(),
                List.of(),
                revocation.leasesAffected(),
                null,
                0,
                null,
                null,
                revocation.startedAt(),
                null);
    }

    static RevocationAnswer of(ApiKey key, KeyRevocation revocation, List<StepRecord> steps) {
        RevocationOutcome failure = revocation.failure();
        return new RevocationAnswer(
                revocation.revocationId(),
                key.keyId(),
                key.name(),
                revocation.state(),
                revocation.state() == RevocationState.REVOKED ? revocation.outcome() : failure,
                failure == null ? null : failure.isRetryable(),
                revocation.forced(),
                inOrder(steps),
                revocation.leasesAffected(),
                revocation.drainsUntil().orElse(null),
                revocation.attempts(),
                revocation.reason() == null ? null : revocation.nextAttemptAt(),
                revocation.reason(),
                revocation.startedAt(),
                revocation.finishedAt());
    }

    private static List<Step> inOrder(List<StepRecord> steps) {
        return steps.stream()
                .sorted(Comparator.comparing(StepRecord::step))
                .map(step -> new Step(step.step(), step.step().title(), step.state(), step.detail(), step.changedAt()))
                .toList();
    }
}

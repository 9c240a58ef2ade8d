package io.leasehold.key.rotation;

import io.leasehold.key.apikey.ApiKey;
import io.leasehold.key.apikey.KeySecret;
import io.leasehold.key.step.StepState;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A rotation and its steps; of a dry run what would be done. */
@Schema(name = "Rotation")
record RotationAnswer(
        @Schema(description = "Null for a dry run", examples = "0199f2a4-7c1e-7b0a-9d52-5a3b0c0e7a11") @Nullable
        UUID id,

        @Schema(
                description = "The key that is rotated; it stays the same",
                examples = "0199f2a4-7c1e-7b0a-9d52-5a3b0c0e7a10")
        UUID keyId,

        @Schema(description = "What people call the key", examples = "production-1")
        String keyName,

        @Schema(
                description =
                        "How it stands as a whole. awaiting_secret: give the new secret with POST …/secret, as reason says",
                examples = "running")
        RotationState state,

        @Schema(description = "Whether the new secret is the one that goes", examples = "false")
        boolean rolledBack,

        @Schema(description = "Whether the secret that goes is ended without an overlap", examples = "false")
        boolean forced,

        @Schema(description = "Whether it began by the key's schedule", examples = "false")
        boolean scheduled,

        @Schema(description = "Whether it can be rolled back now", examples = "true")
        boolean canBeRolledBack,

        @Schema(description = "What is done to rotate the key, in this order")
        List<Step> steps,

        @Schema(description = "How the secret that is served begins and ends", examples = "sk-or-v1-…9fQ2")
        String served,

        @Schema(
                description = "How the other secret begins and ends, to come or to go; null where there is none",
                examples = "sk-or-v1-…77aB")
        @Nullable
        String other,

        @Schema(
                description = "When the secret that goes is ended at the latest; null until another one is served",
                examples = "2026-11-22T10:00:00Z")
        @Nullable
        Instant overlapUntil,

        @Schema(description = "Failed tries of the step under way", examples = "0")
        int attempts,

        @Schema(description = "When a step that failed or waits is tried again", examples = "2026-11-21T10:00:05Z")
        @Nullable
        Instant nextRetryAt,

        @Schema(
                description = "Why it does not go on, and what to do",
                examples = "Anthropic has no API to make keys. Make a key in Anthropic's console and give its secret.")
        @Nullable
        String reason,

        @Schema(description = "When it was asked for; null for a dry run", examples = "2026-11-21T10:00:00Z") @Nullable
        Instant startedAt,

        @Schema(description = "When one secret was left", examples = "2026-11-22T10:00:02Z") @Nullable
        Instant finishedAt) {

    @Schema(name = "RotationStep")
    record Step(
            @Schema(description = "Names the step", examples = "drain")
            RotationStep step,

            @Schema(description = "What the step does", examples = "Let the secret that goes run dry")
            String title,

            @Schema(description = "How the step stands", examples = "running")
            StepState state,

            @Schema(
                    description = "What came of it or why it does not go on; of a dry run, what would be done",
                    examples = "Not used since 2026-11-21T10:00:00Z.")
            @Nullable
            String detail,

            @Schema(description = "When it last came to something", examples = "2026-11-21T10:00:01Z") @Nullable
            Instant at) {}

    static RotationAnswer planned(ApiKey key, boolean force, List<StepRecord> plan) {
        return new RotationAnswer(
                null,
                key.keyId(),
                key.name(),
                RotationState.PLANNED,
                false,
                force,
                false,
                false,
                inOrder(plan),
                key.masked(),
                null,
                null,
                0,
                null,
                null,
                null,
                null);
    }

    static RotationAnswer of(ApiKey key, @Nullable KeySecret other, KeyRotation rotation, List<StepRecord> steps) {
        return new RotationAnswer(
                rotation.rotationId(),
                key.keyId(),
                key.name(),
                rotation.state(),
                rotation.rolledBack(),
                rotation.forced(),
                rotation.scheduled(),
                rotation.canBeRolledBack(),
                inOrder(steps),
                key.masked(),
                rotation.isOver() || other == null ? null : other.masked(),
                rotation.overlapUntil(),
                rotation.attempts(),
                rotation.isOver() || rotation.reason() == null ? null : rotation.nextAttemptAt(),
                rotation.reason(),
                rotation.startedAt(),
                rotation.finishedAt());
    }

    private static List<Step> inOrder(List<StepRecord> steps) {
        return steps.stream()
                .sorted(Comparator.comparing(StepRecord::step))
                .map(step -> new Step(step.step(), step.step().title(), step.state(), step.detail(), step.changedAt()))
                .toList();
    }
}

package io.leasehold.key.rotation;

import io.leasehold.key.revocation.Learned;
import io.leasehold.key.step.Next;
import io.leasehold.key.step.Stage;
import io.leasehold.key.step.StepOutcome;
import io.leasehold.key.step.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One rotation of a key, as it stands.
 *
 * <p>Public, as JDBI binds the methods of public types only.
 *
 * @param step the one under way, or the last where it is over
 * @param made whether the new secret was made at the provider by us
 * @param rolledBack whether the new secret is the one that goes
 * @param forced whether the secret that goes is ended without an overlap
 * @param scheduled whether it began by itself
 * @param revokeOld whether the old secret is ended at the provider, too
 * @param purpose why it was asked for
 * @param overlapSeconds how long both secrets work at most
 * @param overlapUntil when the one that goes is ended at the latest; null until another one is served
 * @param seenValid whether the provider has accepted the secret that goes; only then does its refusal prove anything
 * @param endedId which of the provider's keys was ended
 * @param attempts failed tries of the step under way
 * @param reason why it does not go on
 * @param stepSince when the step under way was first tried
 * @param fence raised by whoever takes the work up; results under an older number are not kept
 */
public record KeyRotation(
        UUID workspaceId,
        UUID rotationId,
        UUID keyId,
        RotationState state,
        RotationStep step,
        boolean made,
        boolean rolledBack,
        boolean forced,
        boolean scheduled,
        boolean revokeOld,
        @Nullable String purpose,
        long overlapSeconds,
        @Nullable Instant overlapUntil,
        boolean seenValid,
        @Nullable String endedId,
        int attempts,
        @Nullable String reason,
        Instant stepSince,
        Instant nextAttemptAt,
        Instant startedAt,
        @Nullable Instant finishedAt,
        long fence)
        implements Stage<RotationStep> {

    KeyRotation after(StepOutcome outcome, Next<RotationStep> next, Instant now) {
        Learned learned = learned().after(outcome);
        return switch (next) {
            case Next.Advance<RotationStep> advance ->
                with(RotationState.RUNNING, advance.to(), learned, 0, null, now, now, null);
            case Next.Wait<RotationStep> wait ->
                with(state(wait.why()), step, learned, wait.attempts(), wait.reason(), stepSince, wait.until(), null);
            case Next.Finish<RotationStep> _ ->
                with(
                        rolledBack ? RotationState.ROLLED_BACK : RotationState.ROTATED,
                        step,
                        learned,
                        0,
                        null,
                        stepSince,
                        now,
                        now);
        };
    }

    private RotationState state(Waiting why) {
        return switch (why) {
            case RETRY -> RotationState.RUNNING;
            case STUCK -> RotationState.STUCK;
            case MANUAL -> step == RotationStep.CREATE ? RotationState.AWAITING_SECRET : RotationState.AWAITING_MANUAL;
        };
    }

    Learned learned() {
        return new Learned(seenValid, endedId);
    }

    boolean isOver() {
        return finishedAt != null;
    }

    boolean canBeRolledBack() {
        return !isOver() && !rolledBack && step.isBeforeTheEndOfOne();
    }

    /** Whether the secret that goes is to be ended at the provider: what a person brought is theirs. */
    boolean endsAtProvider() {
        return rolledBack ? made : revokeOld;
    }

    /** From when on the secret that goes is not needed any more, whatever is still sent with it. */
    Instant deadline(Instant from) {
        return forced ? from : from.plus(Duration.ofSeconds(overlapSeconds));
    }

    /** Led to another step, whatever came of the one before. */
    KeyRotation at(RotationStep other, Instant now) {
        return with(RotationState.RUNNING, other, learned(), 0, null, now, now, null);
    }

    /** With a new secret that somebody brought. */
    KeyRotation given(boolean endsOld, Instant now) {
        KeyRotation probing = at(RotationStep.PROBE, now);
        return new KeyRotation(
                workspaceId,
                rotationId,
                keyId,
                probing.state(),
                probing.step(),
                false,
                false,
                forced,
                scheduled,
                endsOld,
                purpose,
                overlapSeconds,
                null,
                false,
                null,
                0,
                null,
                now,
                now,
                startedAt,
                null,
                fence);
    }

    private KeyRotation with(
            RotationState newState,
            RotationStep newStep,
            Learned learned,
            int failed,
            @Nullable String why,
            Instant since,
            Instant next,
            @Nullable Instant finished) {
        boolean begins = newStep == RotationStep.DRAIN && step != RotationStep.DRAIN;
        return new KeyRotation(
                workspaceId,
                rotationId,
                keyId,
                newState,
                newStep,
                made,
                rolledBack,
                forced,
                scheduled,
                revokeOld,
                purpose,
                overlapSeconds,
                begins ? deadline(since) : overlapUntil,
                learned.seenValid(),
                learned.endedId(),
                failed,
                why,
                since,
                next,
                startedAt,
                finished,
                fence);
    }
}

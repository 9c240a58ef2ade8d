package io.leasehold.key.revocation;

import io.leasehold.contracts.KeyState;
import io.leasehold.contracts.RevocationOutcome;
import io.leasehold.key.apikey.ApiKey;
import io.leasehold.key.step.Next;
import io.leasehold.key.step.Stage;
import io.leasehold.key.step.StepOutcome;
import io.leasehold.key.step.Waiting;
import io.leasehold.kit.id.Ids;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The one operation that ends a key, as it stands.
 *
 * <p>Public, as JDBI binds the methods of public types only.
 *
 * @param step the one under way, or the last where it is revoked
 * @param forced whether the key's use ended at once, before the provider was asked
 * @param purpose why it was asked for
 * @param drain how long requests that are under way may take to finish
 * @param seenValid whether the provider has accepted the secret; only then does its refusal prove anything
 * @param endedId which of the provider's keys was ended; null until one was, or where a person did it
 * @param outcome how the key came to its end at the provider; null until it did
 * @param attempts failed tries of the step under way
 * @param failure what hinders the step under way; null where nothing does
 * @param reason why it does not go on
 * @param stepSince when the step under way was first tried
 * @param fence raised by whoever takes the work up; results under an older number are not kept
 */
public record KeyRevocation(
        UUID workspaceId,
        UUID keyId,
        UUID revocationId,
        RevocationState state,
        RevocationStep step,
        boolean forced,
        @Nullable String purpose,
        Duration drain,
        boolean seenValid,
        @Nullable String endedId,
        @Nullable RevocationOutcome outcome,
        int leasesAffected,
        int attempts,
        @Nullable RevocationOutcome failure,
        @Nullable String reason,
        Instant stepSince,
        Instant nextAttemptAt,
        Instant startedAt,
        @Nullable Instant finishedAt,
        long fence)
        implements Stage<RevocationStep> {

    /** One that was asked for just now. */
    static KeyRevocation begin(ApiKey key, RevocationOrder order, int leasesAffected, Instant now) {
        return new KeyRevocation(
                key.workspaceId(),
                key.keyId(),
                Ids.next(),
                RevocationState.RUNNING,
                RevocationStep.EXISTS,
                order.force(),
                order.purpose(),
                order.drain(),
                false,
                null,
                null,
                leasesAffected,
                0,
                null,
                null,
                now,
                now,
                now,
                null,
                0);
    }

    KeyRevocation after(StepOutcome result, Next<RevocationStep> next, Instant now) {
        KeyRevocation wiser = learn(result);
        return switch (next) {
            case Next.Advance<RevocationStep> advance ->
                wiser.with(RevocationState.RUNNING, advance.to(), 0, null, null, now, now, null);
            case Next.Wait<RevocationStep> wait ->
                wiser.with(
                        state(wait.why()),
                        step,
                        wait.attempts(),
                        hindrance(result),
                        wait.reason(),
                        stepSince,
                        wait.until(),
                        null);
            case Next.Finish<RevocationStep> _ ->
                wiser.with(RevocationState.REVOKED, step, 0, null, null, stepSince, now, now);
        };
    }

    private static RevocationState state(Waiting why) {
        return switch (why) {
            case RETRY -> RevocationState.RUNNING;
            case STUCK -> RevocationState.STUCK;
            case MANUAL -> RevocationState.AWAITING_MANUAL;
        };
    }

    /** Once the provider has ended it, what hinders the rest matters less than that only the rest is left. */
    private @Nullable RevocationOutcome hindrance(StepOutcome result) {
        boolean onlyTheRest = step.isAfterEnding() && outcome != RevocationOutcome.ABANDONED;
        return result.failure() != null && onlyTheRest ? RevocationOutcome.PARTIAL : result.failure();
    }

    /** Until when requests that are under way may take to finish; empty where it does not drain now. */
    Optional<Instant> drainsUntil() {
        boolean drains = state == RevocationState.RUNNING && step == RevocationStep.DRAIN && !forced;
        return drains ? Optional.of(stepSince.plus(drain)) : Optional.empty();
    }

    /** Whether all that was done can be undone: the provider was not asked to end the key, nor is being asked. */
    boolean canBeCancelled() {
        return state == RevocationState.RUNNING && !forced && step.isBeforeEndOfUse();
    }

    /** The state that its key is in now; empty where that is as it was before. */
    Optional<KeyState> keyState() {
        return switch (state) {
            case PLANNED, CANCELLED -> Optional.empty();
            case RUNNING -> step.isBeforeEndOfUse() ? Optional.empty() : Optional.of(KeyState.REVOKING);
            case STUCK -> Optional.of(KeyState.STUCK);
            case AWAITING_MANUAL -> Optional.of(KeyState.AWAITING_MANUAL);
            case REVOKED -> Optional.of(KeyState.REVOKED);
        };
    }

    /** Why the key is in that state. A retry that is under way is no reason. */
    @Nullable
    String keyReason() {
        return isHindered() ? reason : purpose;
    }

    /** What its key's events tell of it; null while it goes its way. */
    @Nullable
    RevocationOutcome keyOutcome() {
        if (isHindered()) {
            return failure;
        }
        return state == RevocationState.REVOKED ? outcome : null;
    }

    private boolean isHindered() {
        return state == RevocationState.STUCK || state == RevocationState.AWAITING_MANUAL;
    }

    Learned learned() {
        return new Learned(seenValid, endedId);
    }

    /** What is known after a step, whatever comes of it. */
    private KeyRevocation learn(StepOutcome result) {
        Learned learned = learned().after(result);
        return new KeyRevocation(
                workspaceId,
                keyId,
                revocationId,
                state,
                step,
                forced,
                purpose,
                drain,
                learned.seenValid(),
                learned.endedId(),
                result.ending() == null ? outcome : result.ending(),
                leasesAffected,
                attempts,
                failure,
                reason,
                stepSince,
                nextAttemptAt,
                startedAt,
                finishedAt,
                fence);
    }

    private KeyRevocation with(
            RevocationState newState,
            RevocationStep newStep,
            int failed,
            @Nullable RevocationOutcome hindrance,
            @Nullable String why,
            Instant since,
            Instant next,
            @Nullable Instant finished) {
        return new KeyRevocation(
                workspaceId,
                keyId,
                revocationId,
                newState,
                newStep,
                forced,
                purpose,
                drain,
                seenValid,
                endedId,
                outcome,
                leasesAffected,
                failed,
                hindrance,
                why,
                since,
                next,
                startedAt,
                finished,
                fence);
    }
}

package io.leasehold.key.revocation;

import io.leasehold.contracts.KeyState;
import io.leasehold.key.step.Next;
import io.leasehold.key.step.Stage;
import io.leasehold.key.step.StepOutcome;
import io.leasehold.key.step.Waiting;
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
 * @param seenValid whether the provider has accepted the secret; only then does its refusal prove anything
 * @param endedId which of the provider's keys was ended; null until one was, or where a person did it
 * @param attempts failed tries of the step under way
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
        boolean seenValid,
        @Nullable String endedId,
        int leasesAffected,
        int attempts,
        @Nullable String reason,
        Instant stepSince,
        Instant nextAttemptAt,
        Instant startedAt,
        @Nullable Instant finishedAt,
        long fence)
        implements Stage<RevocationStep> {

    KeyRevocation after(StepOutcome outcome, Next<RevocationStep> next, Instant now) {
        Learned learned = learned().after(outcome);
        return switch (next) {
            case Next.Advance<RevocationStep> advance ->
                with(learned, RevocationState.RUNNING, advance.to(), 0, null, now, now, null);
            case Next.Wait<RevocationStep> wait ->
                with(learned, state(wait.why()), step, wait.attempts(), wait.reason(), stepSince, wait.until(), null);
            case Next.Finish<RevocationStep> _ ->
                with(learned, RevocationState.REVOKED, step, 0, null, stepSince, now, now);
        };
    }

    private static RevocationState state(Waiting why) {
        return switch (why) {
            case RETRY -> RevocationState.RUNNING;
            case STUCK -> RevocationState.STUCK;
            case MANUAL -> RevocationState.AWAITING_MANUAL;
        };
    }

    /** The state that its key is in now; empty where the key is as it was before. */
    Optional<KeyState> keyState() {
        return switch (state) {
            case PLANNED -> Optional.empty();
            case RUNNING -> step.isAfterUse() ? Optional.of(KeyState.REVOKING) : Optional.empty();
            case STUCK -> Optional.of(KeyState.STUCK);
            case AWAITING_MANUAL -> Optional.of(KeyState.AWAITING_MANUAL);
            case REVOKED -> Optional.of(KeyState.REVOKED);
        };
    }

    /** Why the key is in that state. A retry that is under way is no reason. */
    @Nullable
    String keyReason() {
        return state == RevocationState.STUCK || state == RevocationState.AWAITING_MANUAL ? reason : purpose;
    }

    Learned learned() {
        return new Learned(seenValid, endedId);
    }

    private KeyRevocation with(
            Learned learned,
            RevocationState newState,
            RevocationStep newStep,
            int failed,
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
                learned.seenValid(),
                learned.endedId(),
                leasesAffected,
                failed,
                why,
                since,
                next,
                startedAt,
                finished,
                fence);
    }
}

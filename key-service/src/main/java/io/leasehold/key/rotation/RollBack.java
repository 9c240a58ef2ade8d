package io.leasehold.key.rotation;

import io.leasehold.key.apikey.ApiKey;
import io.leasehold.key.apikey.KeyChanges;
import io.leasehold.key.step.StepState;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Turns a rotation round, in the caller's transaction: the old secret stays, and the new one is what goes. */
@ApplicationScoped
class RollBack {
    private final KeyChanges keys;
    private final Clock clock;

    RollBack(KeyChanges keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * @param at one that can be rolled back, as it stands
     * @param key as it stands, locked
     * @param why for people
     */
    void apply(Handle handle, KeyRotation at, ApiKey key, String why) {
        Instant now = clock.instant();
        RotationStep step = switch (at.step()) {
            // There is nothing yet that could go; what a try under way still makes is found by its name.
            case CREATE -> RotationStep.CREATE;
            case PROBE, SERVE -> RotationStep.REVOKE;
            case DRAIN, REVOKE, CONFIRM, DESTROY -> RotationStep.DRAIN;
        };
        boolean over = step == RotationStep.CREATE;
        if (step == RotationStep.DRAIN) {
            keys.swapSecrets(handle, key.workspaceId(), key.keyId());
        }
        RotationStore.lead(handle, backwards(at, step, now, over ? now : null));
        RotationStore.putStep(handle, at, new StepRecord(at.step(), StepState.FAILED, "Rolled back: " + why, now));
        if (!over) {
            RotationStore.putStep(handle, at, new StepRecord(step, StepState.RUNNING, null, now));
        }
    }

    private static KeyRotation backwards(KeyRotation at, RotationStep step, Instant now, @Nullable Instant finished) {
        return new KeyRotation(
                at.workspaceId(),
                at.rotationId(),
                at.keyId(),
                finished == null ? RotationState.RUNNING : RotationState.ROLLED_BACK,
                step,
                at.made(),
                true,
                at.forced(),
                at.scheduled(),
                at.revokeOld(),
                at.purpose(),
                at.overlapSeconds(),
                at.deadline(now),
                false,
                null,
                0,
                null,
                now,
                now,
                at.startedAt(),
                finished,
                at.fence());
    }
}

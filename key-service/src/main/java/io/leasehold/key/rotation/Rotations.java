package io.leasehold.key.rotation;

import io.leasehold.contracts.KeyState;
import io.leasehold.contracts.ProblemType;
import io.leasehold.key.apikey.ApiKey;
import io.leasehold.kit.id.Ids;
import io.leasehold.kit.problem.ConflictProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Begins rotations, in the caller's transaction, which holds the key's lock. */
@ApplicationScoped
class Rotations {
    private final RotationConfig config;
    private final Clock clock;

    Rotations(RotationConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    /**
     * How a rotation is to be.
     *
     * @param overlapSeconds null for what is configured
     * @param purpose why it was asked for
     */
    record Order(
            boolean forced,
            boolean scheduled,
            boolean revokeOld,
            @Nullable Long overlapSeconds,
            @Nullable String purpose) {}

    /** The one under way, else a new one. */
    KeyRotation openOrBegin(Handle handle, ApiKey key, Order order) {
        return RotationStore.findOpen(handle, key.workspaceId(), key.keyId())
                .orElseGet(() -> begin(handle, key, order));
    }

    private KeyRotation begin(Handle handle, ApiKey key, Order order) {
        requirePossible(key);
        Instant now = clock.instant();
        Long overlap = order.overlapSeconds();
        KeyRotation fresh = new KeyRotation(
                key.workspaceId(),
                Ids.next(),
                key.keyId(),
                RotationState.RUNNING,
                RotationStep.CREATE,
                false,
                false,
                order.forced(),
                order.scheduled(),
                order.revokeOld(),
                order.purpose(),
                overlap == null ? config.overlap().toSeconds() : overlap,
                null,
                false,
                null,
                0,
                null,
                now,
                now,
                now,
                null,
                0);
        RotationStore.add(handle, fresh);
        return fresh;
    }

    /** @throws ConflictProblem where the key is not in the pool, or about to leave it */
    static void requirePossible(ApiKey key) {
        if (key.state() != KeyState.ACTIVE && key.state() != KeyState.DISABLED) {
            throw new ConflictProblem(
                    ProblemType.WRONG_STATE,
                    "Key '%s' is %s; only a key of the pool gets another secret."
                            .formatted(key.name(), key.state().wireName()));
        }
    }
}

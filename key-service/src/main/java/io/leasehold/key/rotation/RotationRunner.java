package io.leasehold.key.rotation;

import io.leasehold.key.apikey.ApiKey;
import io.leasehold.key.apikey.ApiKeyStore;
import io.leasehold.key.step.StepWork;
import io.leasehold.kit.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Drives rotations from step to step. */
@ApplicationScoped
class RotationRunner implements StepWork<KeyRotation> {
    private final Database database;
    private final RotationActions actions;
    private final RotationProgress progress;
    private final RollBack rollBack;
    private final RotationConfig config;
    private final Clock clock;

    RotationRunner(
            Database database,
            RotationActions actions,
            RotationProgress progress,
            RollBack rollBack,
            RotationConfig config,
            Clock clock) {
        this.database = database;
        this.actions = actions;
        this.progress = progress;
        this.rollBack = rollBack;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public List<Due> listDue(int limit) {
        return database.asSystem(handle -> RotationStore.CLAIMS.listDue(handle, clock.instant(), limit));
    }

    @Override
    public Optional<KeyRotation> claim(UUID workspaceId, UUID keyId) {
        Instant now = clock.instant();
        return database.inWorkspace(workspaceId, handle -> {
            ApiKey key = ApiKeyStore.lock(handle, workspaceId, keyId);
            Optional<KeyRotation> claimed =
                    RotationStore.claim(handle, workspaceId, keyId, now, now.plus(config.claim()));
            if (claimed.isEmpty() || !isPointless(claimed.get(), key)) {
                return claimed;
            }
            // What goes of it is seen to at the next claim.
            rollBack.apply(handle, claimed.get(), key, "The key is being revoked.");
            return Optional.empty();
        });
    }

    /** A key that ends needs no new secret. */
    private static boolean isPointless(KeyRotation at, ApiKey key) {
        return key.isEnding() && !at.step().isAfterSwap() && !at.rolledBack();
    }

    @Override
    public Optional<KeyRotation> tryStep(KeyRotation at) {
        return progress.keep(at, actions.perform(at));
    }
}

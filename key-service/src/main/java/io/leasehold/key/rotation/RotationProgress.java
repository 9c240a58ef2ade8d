package io.leasehold.key.rotation;

import io.leasehold.key.apikey.ApiKey;
import io.leasehold.key.apikey.ApiKeyStore;
import io.leasehold.key.apikey.KeyChanges;
import io.leasehold.key.apikey.KeySecretStore;
import io.leasehold.key.step.Next;
import io.leasehold.key.step.StepOutcome;
import io.leasehold.key.step.StepPolicy;
import io.leasehold.key.step.StepState;
import io.leasehold.key.step.StepTry;
import io.leasehold.kit.audit.Audit;
import io.leasehold.kit.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;

/** Keeps what came of a step: the rotation, its steps, the key's secrets and the events, all in one transaction. */
@ApplicationScoped
class RotationProgress {
    private static final Logger LOG = Logger.getLogger(RotationProgress.class);

    private final Database database;
    private final KeyChanges keys;
    private final RollBack rollBack;
    private final Audit audit;
    private final RotationConfig config;
    private final StepPolicy policy;
    private final Clock clock;

    RotationProgress(
            Database database, KeyChanges keys, RollBack rollBack, Audit audit, RotationConfig config, Clock clock) {
        this.database = database;
        this.keys = keys;
        this.rollBack = rollBack;
        this.audit = audit;
        this.config = config;
        this.policy = StepPolicy.of(config.patience());
        this.clock = clock;
    }

    /** @return the rotation where it goes on at once; empty where it waits, is over, or is somebody else's now */
    Optional<KeyRotation> keep(KeyRotation at, StepOutcome outcome) {
        Instant now = clock.instant();
        Next<RotationStep> next = policy.decide(at, outcome, now);
        KeyRotation changed = at.after(outcome, next, now);
        boolean goesOn = next instanceof Next.Advance<RotationStep>;
        boolean kept = database.inWorkspace(at.workspaceId(), handle -> {
            ApiKey key = ApiKeyStore.lock(handle, at.workspaceId(), at.keyId());
            if (!RotationStore.keep(handle, changed, goesOn ? now.plus(config.claim()) : null)) {
                return false;
            }
            StepTry tried = StepTry.of(outcome, next);
            RotationStore.putStep(handle, at, new StepRecord(at.step(), tried.state(), tried.detail(), now));
            if (next instanceof Next.Advance<RotationStep> advance) {
                RotationStore.putStep(handle, at, new StepRecord(advance.to(), StepState.RUNNING, null, now));
            }
            return outcome instanceof StepOutcome.Done done ? keepSecrets(handle, at, key, done, now) : true;
        });
        LOG.infof(
                "%s key_id=%s rotation_id=%s state=%s step=%s attempts=%d",
                kept ? "rotation went on" : "rotation was led elsewhere",
                changed.keyId(),
                changed.rotationId(),
                changed.state().wireName(),
                changed.step().wireName(),
                changed.attempts());
        return kept && goesOn ? Optional.of(changed) : Optional.empty();
    }

    /** @return false where the rotation was led back, because its key has ended meanwhile */
    private boolean keepSecrets(Handle handle, KeyRotation at, ApiKey key, StepOutcome.Done done, Instant now) {
        switch (at.step()) {
            case PROBE -> {
                if (done.secretWasAccepted()) {
                    KeySecretStore.verified(handle, at.workspaceId(), at.keyId(), now);
                }
            }
            case SERVE -> {
                if (key.isEnding()) {
                    rollBack.apply(handle, at, key, "The key is being revoked.");
                    return false;
                }
                keys.swapSecrets(handle, at.workspaceId(), at.keyId());
            }
            case DESTROY -> {
                KeySecretStore.remove(handle, at.workspaceId(), at.keyId());
                audit.recordOwn(
                        handle,
                        at.workspaceId(),
                        at.rolledBack() ? "key.rolled_back" : "key.rotated",
                        "key",
                        at.keyId(),
                        Map.of("rotation_id", at.rotationId().toString()));
            }
            case CREATE, DRAIN, REVOKE, CONFIRM -> {}
        }
        return true;
    }
}

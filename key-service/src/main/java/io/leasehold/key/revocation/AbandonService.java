package io.leasehold.key.revocation;

import io.leasehold.contracts.KeyState;
import io.leasehold.contracts.ProblemType;
import io.leasehold.key.apikey.ApiKey;
import io.leasehold.key.apikey.ApiKeyStore;
import io.leasehold.key.apikey.KeyChanges;
import io.leasehold.key.step.StepState;
import io.leasehold.kit.audit.Audit;
import io.leasehold.kit.caller.Caller;
import io.leasehold.kit.database.Database;
import io.leasehold.kit.problem.ConflictProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/**
 * Closes a revocation whose key was never seen dead, because a person answers for it. The secret is destroyed by the same
 * last step as ever.
 */
@ApplicationScoped
class AbandonService {
    private final Database database;
    private final RevocationService revocations;
    private final RevocationWorkers workers;
    private final KeyChanges keys;
    private final Audit audit;
    private final Clock clock;

    AbandonService(
            Database database,
            RevocationService revocations,
            RevocationWorkers workers,
            KeyChanges keys,
            Audit audit,
            Clock clock) {
        this.database = database;
        this.revocations = revocations;
        this.workers = workers;
        this.keys = keys;
        this.audit = audit;
        this.clock = clock;
    }

    /** @throws ConflictProblem where none waits for a person or a provider */
    RevocationAnswer abandon(Caller caller, String idOrName, String reason) {
        return database.inWorkspace(caller.workspaceId(), handle -> {
            ApiKey key = ApiKeyStore.get(handle, caller.workspaceId(), idOrName);
            String why = "Given up without proof of its death: " + reason;
            if (!RevocationStore.abandon(handle, key.workspaceId(), key.keyId(), why, clock.instant())) {
                throw new ConflictProblem(
                        ProblemType.WRONG_STATE,
                        "Only a revocation that is stuck or awaits a person can be given up; key '%s' is %s."
                                .formatted(key.name(), key.state().wireName()));
            }
            keepSteps(handle, key, why);
            keys.changeState(handle, key.workspaceId(), key.keyId(), KeyState.REVOKING, why);
            audit.record(
                    handle, caller, key.workspaceId(), "key.abandon", "key", key.keyId(), Map.of("reason", reason));
            handle.afterCommit(() -> workers.start(key.workspaceId(), key.keyId()));
            return revocations.answer(handle, key);
        });
    }

    /** What was done stays done; the rest will not be. */
    private void keepSteps(Handle handle, ApiKey key, String why) {
        Instant now = clock.instant();
        for (StepRecord step : RevocationStore.steps(handle, key.workspaceId(), key.keyId())) {
            if (step.step() == RevocationStep.DESTROY) {
                RevocationStore.putStep(
                        handle,
                        key.workspaceId(),
                        key.keyId(),
                        new StepRecord(step.step(), StepState.RUNNING, null, now));
            } else if (step.state() != StepState.DONE) {
                RevocationStore.putStep(
                        handle,
                        key.workspaceId(),
                        key.keyId(),
                        new StepRecord(step.step(), StepState.FAILED, why, now));
            }
        }
    }
}

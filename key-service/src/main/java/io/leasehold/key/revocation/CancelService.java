package io.leasehold.key.revocation;

import io.leasehold.contracts.KeyState;
import io.leasehold.contracts.ProblemType;
import io.leasehold.key.apikey.ApiKey;
import io.leasehold.key.apikey.ApiKeyStore;
import io.leasehold.key.apikey.KeyChanges;
import io.leasehold.kit.audit.Audit;
import io.leasehold.kit.caller.Caller;
import io.leasehold.kit.database.Database;
import io.leasehold.kit.problem.ConflictProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Takes a revocation back, as long as the key is used or drains. What comes of a step that is under way is not kept. */
@ApplicationScoped
class CancelService {
    private final Database database;
    private final KeyChanges keys;
    private final Audit audit;

    CancelService(Database database, KeyChanges keys, Audit audit) {
        this.database = database;
        this.keys = keys;
        this.audit = audit;
    }

    /** @throws ConflictProblem where none is under way, or it went too far */
    RevocationAnswer cancel(Caller caller, String idOrName, @Nullable String reason) {
        return database.inWorkspace(caller.workspaceId(), handle -> {
            ApiKey found = ApiKeyStore.get(handle, caller.workspaceId(), idOrName);
            // The revocation before the key, as everybody else locks them.
            KeyRevocation revocation = RevocationStore.lock(handle, found.workspaceId(), found.keyId())
                    .filter(KeyRevocation::canBeCancelled)
                    .orElseThrow(() -> tooLate(found));
            ApiKey key = ApiKeyStore.lock(handle, found.workspaceId(), found.keyId());
            RevocationStore.remove(handle, key.workspaceId(), key.keyId());
            takeBack(handle, key);
            audit.record(
                    handle,
                    caller,
                    key.workspaceId(),
                    "key.revocation.cancel",
                    "key",
                    key.keyId(),
                    reason == null ? Map.of() : Map.of("reason", reason));
            return RevocationAnswer.cancelled(key, revocation);
        });
    }

    /** Before it drains it is as it was. */
    private void takeBack(Handle handle, ApiKey key) {
        switch (key.state()) {
            case DRAINING -> keys.changeState(handle, key.workspaceId(), key.keyId(), KeyState.ACTIVE, null);
            case ACTIVE, DISABLED, RETIRED -> {}
            // It was stuck a moment ago, and what it was before that is not known.
            case STUCK, REVOKING, AWAITING_MANUAL, REVOKED -> throw tooLate(key);
        }
    }

    private static ConflictProblem tooLate(ApiKey key) {
        return new ConflictProblem(
                ProblemType.WRONG_STATE,
                "Only a revocation whose key is still used or drains can be cancelled; key '%s' is %s."
                        .formatted(key.name(), key.state().wireName()));
    }
}

package io.leasehold.key.apikey;

import io.leasehold.contracts.ProblemType;
import io.leasehold.key.account.Account;
import io.leasehold.key.account.AccountStore;
import io.leasehold.kit.audit.Audit;
import io.leasehold.kit.caller.Caller;
import io.leasehold.kit.database.Database;
import io.leasehold.kit.problem.ConflictProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Takes keys out of use and back. At the provider they stay as they are. */
@ApplicationScoped
class KeyStateService {
    private final Database database;
    private final KeyService keys;
    private final KeyChanges changes;
    private final Audit audit;

    KeyStateService(Database database, KeyService keys, KeyChanges changes, Audit audit) {
        this.database = database;
        this.keys = keys;
        this.changes = changes;
        this.audit = audit;
    }

    /** A key that is in that state already stays so, which is a success. */
    LimitedKey act(Caller caller, String idOrName, KeyAct act, @Nullable String reason) {
        return database.inWorkspace(caller.workspaceId(), handle -> {
            ApiKey found = ApiKeyStore.get(handle, caller.workspaceId(), idOrName);
            ApiKey key = ApiKeyStore.lock(handle, found.workspaceId(), found.keyId());
            return keys.whole(handle, key.state() == act.outcome() ? key : change(handle, caller, key, act, reason));
        });
    }

    private ApiKey change(Handle handle, Caller caller, ApiKey key, KeyAct act, @Nullable String reason) {
        if (!act.isPossibleFrom(key.state())) {
            throw new ConflictProblem(
                    ProblemType.WRONG_STATE,
                    "Key '%s' is %s; from there it can't be set to %s."
                            .formatted(
                                    key.name(),
                                    key.state().wireName(),
                                    act.outcome().wireName()));
        }
        if (act == KeyAct.ENABLE) {
            requireAccount(handle, key);
        }
        changes.changeState(handle, key.workspaceId(), key.keyId(), act.outcome(), reason);
        audit.record(
                handle,
                caller,
                key.workspaceId(),
                "key." + act.verb(),
                "key",
                key.keyId(),
                reason == null ? Map.of() : Map.of("reason", reason));
        return ApiKeyStore.get(handle, key.workspaceId(), key.keyId());
    }

    private static void requireAccount(Handle handle, ApiKey key) {
        Account account = AccountStore.getShared(handle, key.workspaceId(), key.accountId());
        if (account.state().equals(Account.DELETED)) {
            throw new ConflictProblem(
                    ProblemType.WRONG_STATE,
                    "The account '" + account.name() + "' of this key is deleted. Add the key to another account.");
        }
    }
}

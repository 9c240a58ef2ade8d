package io.leasehold.key.apikey;

import io.leasehold.contracts.ProblemType;
import io.leasehold.key.account.Account;
import io.leasehold.key.account.AccountStore;
import io.leasehold.kit.problem.ConflictProblem;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** A key whose secret is still there, and the account it belongs to. */
public record LiveKey(ApiKey key, Account account, int secretVersion) {
    /** @throws ConflictProblem when the key has ended */
    public static LiveKey get(Handle handle, UUID workspaceId, String idOrName) {
        ApiKey key = ApiKeyStore.get(handle, workspaceId, idOrName);
        Integer version = key.secretVersion();
        if (version == null) {
            throw new ConflictProblem(
                    ProblemType.WRONG_STATE, "Key '" + key.name() + "' is revoked; its secret is destroyed.");
        }
        return new LiveKey(key, AccountStore.get(handle, workspaceId, key.accountId()), version);
    }
}

package io.leasehold.key.internal;

import io.leasehold.key.account.Account;
import io.leasehold.key.account.AccountStore;
import io.leasehold.key.apikey.ApiKey;
import io.leasehold.key.apikey.ApiKeyStore;
import io.leasehold.key.apikey.KeySecretStore;
import io.leasehold.key.secret.SecretReader;
import io.leasehold.kit.caller.Caller;
import io.leasehold.kit.database.Database;
import io.leasehold.kit.problem.NotFoundProblem;
import io.leasehold.kit.secret.SecretPath;
import io.leasehold.providers.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Reads secrets for other services: exactly the version that the owner's view names or has just named, and none of an ended one. */
@ApplicationScoped
class SecretService {
    private static final String PURPOSE = "use";

    private final Database database;
    private final SecretReader secrets;

    SecretService(Database database, SecretReader secrets) {
        this.database = database;
        this.secrets = secrets;
    }

    /**
     * While a key is rotated, whoever has not heard of it yet still needs the version before.
     *
     * @throws NotFoundProblem when there is no such key, or it has no such version
     */
    Secret ofKey(Caller caller, UUID workspaceId, UUID keyId, Integer version) {
        boolean known = database.inWorkspace(
                workspaceId,
                handle -> ApiKeyStore.find(handle, workspaceId, keyId)
                                .map(ApiKey::secretVersion)
                                .filter(version::equals)
                                .isPresent()
                        || KeySecretStore.find(handle, workspaceId, keyId)
                                .filter(other -> version == other.secretVersion())
                                .isPresent());
        if (!known) {
            throw new NotFoundProblem("key with secret version " + version, keyId);
        }
        return secrets.readFor(caller, SecretPath.ofKey(workspaceId, keyId), version, PURPOSE);
    }

    /** @throws NotFoundProblem when there is no such account, or its credential's current version is another one */
    Secret ofAccount(Caller caller, UUID workspaceId, UUID accountId, Integer version) {
        int current = database.inWorkspace(workspaceId, handle -> AccountStore.find(handle, workspaceId, accountId))
                .map(Account::credentialVersion)
                .filter(version::equals)
                .orElseThrow(() -> new NotFoundProblem("account with credential version " + version, accountId));
        return secrets.readFor(caller, SecretPath.ofAccount(workspaceId, accountId), current, PURPOSE);
    }
}

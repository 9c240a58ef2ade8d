package io.leasehold.key.internal;

import io.leasehold.key.account.Account;
import io.leasehold.key.account.AccountStore;
import io.leasehold.key.apikey.ApiKey;
import io.leasehold.key.apikey.ApiKeyStore;
import io.leasehold.key.apikey.KeySecretStore;
import io.leasehold.key.provider.ProviderDirectory;
import io.leasehold.key.secret.SecretReader;
import io.leasehold.kit.caller.Caller;
import io.leasehold.kit.database.Database;
import io.leasehold.kit.problem.ForbiddenProblem;
import io.leasehold.kit.problem.NotFoundProblem;
import io.leasehold.kit.secret.SecretPath;
import io.leasehold.providers.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Reads secrets for other services: exactly the version that the owner's view names or has just named, and none of an ended one. */
@ApplicationScoped
class SecretService {
    private static final String PURPOSE = "use";
    private static final String COLLECTOR = "usage-collector";

    private final Database database;
    private final SecretReader secrets;
    private final ProviderDirectory providers;

    SecretService(Database database, SecretReader secrets, ProviderDirectory providers) {
        this.database = database;
        this.secrets = secrets;
        this.providers = providers;
    }

    /**
     * While a key is rotated, whoever has not heard of it yet still needs the version before.
     *
     * @throws NotFoundProblem when there is no such key, or it has no such version
     * @throws ForbiddenProblem to the collector where the key is one that is relayed: what it has to ask of providers it asks
     *     with the account's credential
     */
    Secret ofKey(Caller caller, UUID workspaceId, UUID keyId, Integer version) {
        requireUse(caller, workspaceId, keyId);
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

    private void requireUse(Caller caller, UUID workspaceId, UUID keyId) {
        if (!caller.client().equals(COLLECTOR)) {
            return;
        }
        boolean relayed = database.inWorkspace(workspaceId, handle -> ApiKeyStore.find(handle, workspaceId, keyId))
                .map(key -> providers.get(key.provider()).dialect().isPresent())
                .orElse(false);
        if (relayed) {
            throw new ForbiddenProblem("usage-collector reads keys only of providers whose quotas are a user's own.");
        }
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

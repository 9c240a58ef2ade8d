package io.leasehold.key.apikey;

import io.leasehold.key.account.Account;
import io.leasehold.key.account.AccountAccess;
import io.leasehold.key.account.AccountStore;
import io.leasehold.key.provider.ProviderDirectory;
import io.leasehold.key.secret.GivenSecret;
import io.leasehold.kit.audit.Audit;
import io.leasehold.kit.caller.Caller;
import io.leasehold.kit.database.Database;
import io.leasehold.kit.problem.NotFoundProblem;
import io.leasehold.providers.Secret;
import io.leasehold.providers.key.KeyCheck;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What can be told of a secret that somebody has: which key it is, and whether it works. It is kept nowhere. */
@ApplicationScoped
class GivenKeyService {
    private final Database database;
    private final KeyService keys;
    private final Fingerprints fingerprints;
    private final ProviderDirectory providers;
    private final AccountAccess access;
    private final Audit audit;

    GivenKeyService(
            Database database,
            KeyService keys,
            Fingerprints fingerprints,
            ProviderDirectory providers,
            AccountAccess access,
            Audit audit) {
        this.database = database;
        this.keys = keys;
        this.fingerprints = fingerprints;
        this.providers = providers;
        this.access = access;
        this.audit = audit;
    }

    /** @throws NotFoundProblem where no key of the workspace has, or had, that secret */
    LimitedKey find(Caller caller, FindKeyRequest request) {
        byte[] fingerprint = fingerprints.of(caller.workspaceId(), request.secret());
        Optional<LimitedKey> found = database.inWorkspace(caller.workspaceId(), handle -> {
            Optional<ApiKey> key = ApiKeyStore.findBySecret(handle, caller.workspaceId(), fingerprint);
            recordSearch(handle, caller, key);
            return key.map(it -> keys.whole(handle, it));
        });
        return found.orElseThrow(() -> new NotFoundProblem("key with the secret", "…"));
    }

    /** That nothing was found is worth keeping, too: somebody tries secrets. */
    private void recordSearch(Handle handle, Caller caller, Optional<ApiKey> found) {
        audit.record(
                handle,
                caller,
                caller.workspaceId(),
                "key.find",
                found.isPresent() ? "key" : "workspace",
                found.map(ApiKey::keyId).orElse(caller.workspaceId()),
                Map.of("found", Boolean.toString(found.isPresent())));
    }

    KeyCheck test(Caller caller, TestKeyRequest request) {
        Account account = database.inWorkspace(
                caller.workspaceId(), handle -> AccountStore.get(handle, caller.workspaceId(), request.accountId()));
        KeyCheck check;
        try (Secret secret = GivenSecret.of("secret", request.secret())) {
            check = providers.keyAdmin(account.provider()).check(access.with(account, secret));
        }
        database.useWorkspace(
                caller.workspaceId(),
                handle -> audit.record(
                        handle,
                        caller,
                        caller.workspaceId(),
                        "key.test",
                        "account",
                        account.accountId(),
                        Map.of("result", check.result())));
        return check;
    }
}

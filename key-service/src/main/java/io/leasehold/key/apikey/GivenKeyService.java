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
import io.leasehold.providers.Access;
import io.leasehold.providers.Secret;
import io.leasehold.providers.key.KeyAdmin;
import io.leasehold.providers.key.KeyCheck;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
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

    TestAnswer test(Caller caller, TestKeyRequest request) {
        Account account = database.inWorkspace(
                caller.workspaceId(), handle -> AccountStore.get(handle, caller.workspaceId(), request.accountId()));
        TestAnswer answer;
        try (Secret secret = GivenSecret.of("secret", request.secret())) {
            answer = ask(providers.keyAdmin(account.provider()), access.with(account, secret), request.models());
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
                        Map.of("result", answer.result())));
        return answer;
    }

    /** With a key that isn't accepted nothing is learned of models. */
    private static TestAnswer ask(KeyAdmin provider, Access key, List<String> models) {
        KeyCheck check = provider.check(key);
        return TestAnswer.of(
                check,
                check instanceof KeyCheck.Valid
                        ? models.stream()
                                .map(model -> TestAnswer.TestedModel.of(model, provider.checkModel(key, model)))
                                .toList()
                        : List.of());
    }
}

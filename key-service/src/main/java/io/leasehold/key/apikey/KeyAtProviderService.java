package io.leasehold.key.apikey;

import io.leasehold.contracts.ProblemType;
import io.leasehold.key.account.Account;
import io.leasehold.key.account.AccountStore;
import io.leasehold.key.account.Administration;
import io.leasehold.kit.audit.Audit;
import io.leasehold.kit.caller.Caller;
import io.leasehold.kit.database.Database;
import io.leasehold.kit.problem.ConflictProblem;
import io.leasehold.kit.problem.NotFoundProblem;
import io.leasehold.providers.Access;
import io.leasehold.providers.Capability;
import io.leasehold.providers.key.KeyAdmin;
import io.leasehold.providers.key.KeyLimit;
import io.leasehold.providers.key.KeySpend;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** What is done with a key at its provider, short of ending it. Only with one that is bound to its id there. */
@ApplicationScoped
class KeyAtProviderService {
    private final Database database;
    private final Administration administration;
    private final KeyStateService states;
    private final Audit audit;

    KeyAtProviderService(Database database, Administration administration, KeyStateService states, Audit audit) {
        this.database = database;
        this.administration = administration;
        this.states = states;
        this.audit = audit;
    }

    private record Bound(ApiKey key, Account account, String id) {}

    @FunctionalInterface
    private interface Question<T> {
        T ask(KeyAdmin keys, Access admin, String providerKeyId);
    }

    /** @throws NotFoundProblem where the provider has no such key any more */
    KeySpend spend(Caller caller, String idOrName) {
        Bound bound = bound(caller, idOrName);
        return ask(
                caller,
                bound,
                Capability.KEY_SPEND,
                (keys, admin, id) ->
                        keys.spend(admin, id).orElseThrow(() -> new NotFoundProblem("key at the provider", id)));
    }

    KeySpend setLimit(Caller caller, String idOrName, KeyLimit limit) {
        Bound bound = bound(caller, idOrName);
        KeySpend spend = ask(caller, bound, Capability.KEY_LIMIT, (keys, admin, id) -> keys.setLimit(admin, id, limit));
        record(
                caller,
                bound,
                "key.limit_at_provider",
                Map.of(
                        "amount",
                        limit.amount() == null ? "none" : limit.amount().toPlainString()));
        return spend;
    }

    /** Its use ends here first, so that nothing fails for want of it. Can be repeated. */
    LimitedKey disable(Caller caller, String idOrName) {
        Bound bound = bound(caller, idOrName);
        LimitedKey disabled = states.act(caller, bound.key().keyId().toString(), KeyAct.DISABLE, null);
        ask(caller, bound, Capability.DISABLE_KEY, (keys, admin, id) -> keys.disable(admin, id));
        record(caller, bound, "key.disable_at_provider", Map.of());
        return disabled;
    }

    /** It is used here only once it works there. Can be repeated. */
    LimitedKey enable(Caller caller, String idOrName) {
        Bound bound = bound(caller, idOrName);
        ask(caller, bound, Capability.DISABLE_KEY, (keys, admin, id) -> keys.enable(admin, id));
        record(caller, bound, "key.enable_at_provider", Map.of());
        return states.act(caller, bound.key().keyId().toString(), KeyAct.ENABLE, null);
    }

    private Bound bound(Caller caller, String idOrName) {
        return database.inWorkspace(caller.workspaceId(), handle -> {
            ApiKey key = ApiKeyStore.get(handle, caller.workspaceId(), idOrName);
            String id = key.providerKeyId();
            if (id == null) {
                throw new ConflictProblem(
                        ProblemType.KEY_NOT_BOUND,
                        "It is not known for sure which of the provider's keys '" + key.name()
                                + "' is. Bind it to its id first.");
            }
            return new Bound(key, AccountStore.get(handle, key.workspaceId(), key.accountId()), id);
        });
    }

    private <T> T ask(Caller caller, Bound bound, Capability capability, Question<T> question) {
        return administration.ask(
                caller,
                bound.account(),
                capability,
                capability.wireName(),
                (keys, admin) -> question.ask(keys, admin, bound.id()));
    }

    private void record(Caller caller, Bound bound, String action, Map<String, String> details) {
        database.useWorkspace(
                caller.workspaceId(),
                handle -> audit.record(
                        handle,
                        caller,
                        caller.workspaceId(),
                        action,
                        "key",
                        bound.key().keyId(),
                        details));
    }
}

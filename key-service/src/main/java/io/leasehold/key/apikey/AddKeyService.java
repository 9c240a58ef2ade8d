package io.leasehold.key.apikey;

import io.leasehold.contracts.ProblemType;
import io.leasehold.contracts.Scope;
import io.leasehold.contracts.event.LimitsView;
import io.leasehold.key.account.Account;
import io.leasehold.key.account.AccountStore;
import io.leasehold.key.apikey.KeyCreationStore.Creation;
import io.leasehold.key.limit.LimitChanges;
import io.leasehold.key.limit.LimitRules;
import io.leasehold.key.secret.GivenSecret;
import io.leasehold.key.secret.SecretDeposit;
import io.leasehold.key.usage.KeyUsage;
import io.leasehold.kit.audit.Audit;
import io.leasehold.kit.caller.Caller;
import io.leasehold.kit.database.Database;
import io.leasehold.kit.idempotency.Idempotency;
import io.leasehold.kit.problem.ConflictProblem;
import io.leasehold.kit.secret.SecretPath;
import io.leasehold.providers.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Adds a key to the pool: tried at the provider, bound to its id there, stored, told. */
@ApplicationScoped
class AddKeyService {
    private final Database database;
    private final KeyProof proof;
    private final PoolCheck pool;
    private final SecretDeposit deposit;
    private final KeyChanges changes;
    private final LimitChanges limits;
    private final Audit audit;
    private final Idempotency idempotency;

    AddKeyService(
            Database database,
            KeyProof proof,
            PoolCheck pool,
            SecretDeposit deposit,
            KeyChanges changes,
            LimitChanges limits,
            Audit audit,
            Idempotency idempotency) {
        this.database = database;
        this.proof = proof;
        this.pool = pool;
        this.deposit = deposit;
        this.changes = changes;
        this.limits = limits;
        this.audit = audit;
        this.idempotency = idempotency;
    }

    KeyAnswer add(Caller caller, AddKeyRequest request) {
        List<LimitsView.Limit> wantedLimits = LimitRules.check(request.limits());
        try (Secret secret = GivenSecret.of("secret", request.secret())) {
            NewKey key = request.isToBeVerified() ? proven(caller, request, secret) : asGiven(caller, request);
            return deposit.write(
                    SecretPath.ofKey(key.workspaceId(), key.keyId()),
                    secret,
                    (handle, version) -> insert(handle, caller, key, version, wantedLimits));
        }
    }

    /** What can't be added is refused before the provider is asked, and what it said is looked at again. */
    private NewKey proven(Caller caller, AddKeyRequest request, Secret secret) {
        Account account = usableAccount(caller, request.accountId());
        NewKey described = proof.describe(caller, request, account);
        database.useWorkspace(caller.workspaceId(), handle -> pool.requireNew(handle, described));
        NewKey key = proof.prove(caller, request, account, described, secret);
        database.useWorkspace(caller.workspaceId(), handle -> intend(handle, key));
        return key;
    }

    /** Nobody is asked, so that one transaction does it all; the account is held only where the row is written. */
    private NewKey asGiven(Caller caller, AddKeyRequest request) {
        return database.inWorkspace(caller.workspaceId(), handle -> {
            Account account = requireUsable(AccountStore.get(handle, caller.workspaceId(), request.accountId()));
            NewKey key = proof.describe(caller, request, account).boundAsGiven(request.providerKeyId());
            intend(handle, key);
            return key;
        });
    }

    private void intend(Handle handle, NewKey key) {
        pool.requireNew(handle, key);
        deposit.intend(handle, SecretPath.ofKey(key.workspaceId(), key.keyId()));
    }

    /** Adds a key that was made at the provider just now, unless its making was given up meanwhile. */
    KeyAnswer addCreated(
            Caller caller, NewKey key, Secret secret, List<LimitsView.Limit> wantedLimits, Creation creation) {
        return deposit.put(SecretPath.ofKey(key.workspaceId(), key.keyId()), secret, (handle, version) -> {
            if (!KeyCreationStore.finish(handle, creation)) {
                throw new ConflictProblem(
                        ProblemType.CONFLICT, "Making the key took so long that it was given up. Try again.");
            }
            return insert(handle, caller, key, version, wantedLimits);
        });
    }

    /** @throws ConflictProblem where the account is not in use */
    Account usableAccount(Caller caller, UUID accountId) {
        return database.inWorkspace(caller.workspaceId(), handle -> usable(handle, caller, accountId));
    }

    /** Until the transaction ends it stays so. */
    private static Account usable(Handle handle, Caller caller, UUID accountId) {
        return requireUsable(AccountStore.getShared(handle, caller.workspaceId(), accountId));
    }

    private static Account requireUsable(Account account) {
        if (!account.state().equals(Account.ACTIVE)) {
            throw new ConflictProblem(
                    ProblemType.WRONG_STATE, "The account '" + account.name() + "' is " + account.state() + ".");
        }
        return account;
    }

    private KeyAnswer insert(
            Handle handle, Caller caller, NewKey key, int secretVersion, List<LimitsView.Limit> wantedLimits) {
        usable(handle, caller, key.accountId());
        ApiKey added = ApiKeyStore.add(handle, key, secretVersion).orElseThrow(() -> pool.whyNotNew(handle, key));
        changes.added(handle, added);
        if (!wantedLimits.isEmpty()) {
            limits.set(handle, caller, Scope.KEY, key.keyId().toString(), wantedLimits);
        }
        audit.record(
                handle,
                caller,
                key.workspaceId(),
                "key.add",
                "key",
                key.keyId(),
                Map.of("name", key.name(), "provider", key.provider(), "masked", key.masked()));
        KeyAnswer answer = KeyAnswer.of(new LimitedKey(added, wantedLimits, KeyUsage.NONE, added.createdAt()));
        idempotency.keep(handle, Response.Status.CREATED, answer.location(), answer);
        return answer;
    }
}

package io.leasehold.key.apikey;

import io.leasehold.contracts.ProblemType;
import io.leasehold.contracts.event.LimitsView;
import io.leasehold.key.account.Account;
import io.leasehold.key.account.AccountStore;
import io.leasehold.key.apikey.KeyCreationStore.Creation;
import io.leasehold.key.limit.LimitRules;
import io.leasehold.key.secret.SecretDeposit;
import io.leasehold.key.source.KeySourceService;
import io.leasehold.kit.caller.Caller;
import io.leasehold.kit.database.Database;
import io.leasehold.kit.idempotency.Idempotency;
import io.leasehold.kit.problem.ConflictProblem;
import io.leasehold.kit.secret.SecretPath;
import io.leasehold.providers.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Adds a key to the pool: tried at the provider, bound to its id there, stored, told. */
@ApplicationScoped
class AddKeyService {
    private final Database database;
    private final KeySourceService sources;
    private final KeyProof proof;
    private final PoolCheck pool;
    private final SecretDeposit deposit;
    private final KeyEntry entry;
    private final Idempotency idempotency;

    AddKeyService(
            Database database,
            KeySourceService sources,
            KeyProof proof,
            PoolCheck pool,
            SecretDeposit deposit,
            KeyEntry entry,
            Idempotency idempotency) {
        this.database = database;
        this.sources = sources;
        this.proof = proof;
        this.pool = pool;
        this.deposit = deposit;
        this.entry = entry;
        this.idempotency = idempotency;
    }

    KeyAnswer add(Caller caller, AddKeyRequest request) {
        List<LimitsView.Limit> wantedLimits = LimitRules.check(request.limits());
        try (Secret secret = sources.secret(caller, request.secret(), request.source())) {
            NewKey known = request.isToBeVerified() ? proven(caller, request, secret) : null;
            NewKey key = database.inWorkspace(caller.workspaceId(), handle -> {
                NewKey entering = known == null ? asGiven(handle, caller, request, secret) : stillNew(handle, known);
                deposit.intend(handle, List.of(SecretPath.ofKey(entering.workspaceId(), entering.keyId())));
                return entering;
            });
            return deposit.write(
                    SecretPath.ofKey(key.workspaceId(), key.keyId()),
                    secret,
                    (handle, version) -> insert(handle, caller, key, version, wantedLimits));
        }
    }

    /** What can't be added is refused before the provider is asked. */
    NewKey proven(Caller caller, AddKeyRequest request, Secret secret) {
        Account account = usableAccount(caller, request.accountId());
        NewKey described = proof.describe(caller, request, account, secret);
        database.useWorkspace(caller.workspaceId(), handle -> pool.requireNew(handle, described));
        return proof.prove(caller, request, account, described, secret);
    }

    /** What the provider said of it is looked at, too. */
    NewKey stillNew(Handle handle, NewKey proven) {
        pool.requireNew(handle, proven);
        return proven;
    }

    /** Nobody is asked; the account is held only where the row is written. */
    NewKey asGiven(Handle handle, Caller caller, AddKeyRequest request, Secret secret) {
        Account account = Account.requireInUse(AccountStore.get(handle, caller.workspaceId(), request.accountId()));
        NewKey key = proof.describe(caller, request, account, secret).boundAsGiven(request.providerKeyId());
        pool.requireNew(handle, key);
        return key;
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
        return database.inWorkspace(
                caller.workspaceId(),
                handle -> Account.requireInUse(AccountStore.getShared(handle, caller.workspaceId(), accountId)));
    }

    private KeyAnswer insert(
            Handle handle, Caller caller, NewKey key, int secretVersion, List<LimitsView.Limit> wantedLimits) {
        KeyAnswer answer = entry.enter(handle, caller, key, secretVersion, wantedLimits);
        idempotency.keep(handle, Response.Status.CREATED, answer.location(), answer);
        return answer;
    }
}

package io.leasehold.key.apikey;

import io.leasehold.contracts.ProblemType;
import io.leasehold.contracts.Scope;
import io.leasehold.contracts.event.LimitsView;
import io.leasehold.key.account.Account;
import io.leasehold.key.account.AccountAccess;
import io.leasehold.key.account.AccountStore;
import io.leasehold.key.limit.LimitChanges;
import io.leasehold.key.limit.LimitRules;
import io.leasehold.key.provider.CheckedCredential;
import io.leasehold.key.provider.ProviderDirectory;
import io.leasehold.key.secret.GivenSecret;
import io.leasehold.key.secret.SecretDeposit;
import io.leasehold.key.secret.SecretPath;
import io.leasehold.kit.audit.Audit;
import io.leasehold.kit.caller.Caller;
import io.leasehold.kit.database.Database;
import io.leasehold.kit.id.Ids;
import io.leasehold.kit.problem.ConflictProblem;
import io.leasehold.providers.Provider;
import io.leasehold.providers.Secret;
import io.leasehold.providers.SecretFormat;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Adds a key to the pool: tried at the provider, bound to its id there, stored, told. */
@ApplicationScoped
class AddKeyService {
    private final Database database;
    private final ProviderDirectory providers;
    private final AccountAccess access;
    private final KeyBinder binder;
    private final PoolCheck pool;
    private final Fingerprints fingerprints;
    private final SecretDeposit deposit;
    private final KeyChanges changes;
    private final LimitChanges limits;
    private final Audit audit;
    private final Clock clock;

    AddKeyService(
            Database database,
            ProviderDirectory providers,
            AccountAccess access,
            KeyBinder binder,
            PoolCheck pool,
            Fingerprints fingerprints,
            SecretDeposit deposit,
            KeyChanges changes,
            LimitChanges limits,
            Audit audit,
            Clock clock) {
        this.database = database;
        this.providers = providers;
        this.access = access;
        this.binder = binder;
        this.pool = pool;
        this.fingerprints = fingerprints;
        this.deposit = deposit;
        this.changes = changes;
        this.limits = limits;
        this.audit = audit;
        this.clock = clock;
    }

    LimitedKey add(Caller caller, AddKeyRequest request) {
        List<LimitsView.Limit> wantedLimits = LimitRules.check(request.limits());
        Secret secret = GivenSecret.of("secret", request.secret());
        Account account = usableAccount(caller, request);
        Provider provider = providers.get(account.provider());
        requireNoAdminCredential(provider, request.secret());
        NewKey unbound = newKey(caller, request, account, provider);
        pool.requireNew(unbound);
        NewKey key = request.isToBeVerified()
                ? unbound.verified(verifiedBinding(caller, request, account, provider, secret), clock.instant())
                : unbound.boundAsGiven(request.providerKeyId());
        pool.requireNew(key);
        return deposit.put(
                SecretPath.ofKey(key.workspaceId(), key.keyId()),
                secret,
                (handle, version) -> insert(handle, caller, key, version, wantedLimits));
    }

    private Account usableAccount(Caller caller, AddKeyRequest request) {
        Account account = database.inWorkspace(
                caller.workspaceId(), handle -> AccountStore.get(handle, caller.workspaceId(), request.accountId()));
        if (!account.state().equals(Account.ACTIVE)) {
            throw new ConflictProblem(
                    ProblemType.WRONG_STATE, "The account '" + account.name() + "' is " + account.state() + ".");
        }
        return account;
    }

    private static void requireNoAdminCredential(Provider provider, String secret) {
        if (provider.secretFormat().isAdmin(secret)) {
            throw new ConflictProblem(
                    ProblemType.KEY_NOT_ACCEPTED,
                    "This is an admin credential of %s, which can't be leased. Add it to a provider account instead."
                            .formatted(provider.displayName()));
        }
    }

    private Binding verifiedBinding(
            Caller caller, AddKeyRequest request, Account account, Provider provider, Secret secret) {
        CheckedCredential.require(provider, providers.keyAdmin(provider.id()).check(access.with(account, secret)));
        return binder.bind(caller, account, secret, request.providerKeyId());
    }

    private NewKey newKey(Caller caller, AddKeyRequest request, Account account, Provider provider) {
        Instant now = clock.instant();
        return new NewKey(
                caller.workspaceId(),
                Ids.next(),
                account.accountId(),
                account.provider(),
                request.name(),
                provider.secretFormat().mask(request.secret()),
                SecretFormat.last4(request.secret()),
                fingerprints.of(caller.workspaceId(), request.secret()),
                Binding.NONE,
                request.models(),
                request.tags(),
                now,
                null);
    }

    private LimitedKey insert(
            Handle handle, Caller caller, NewKey key, int secretVersion, List<LimitsView.Limit> wantedLimits) {
        if (!ApiKeyStore.add(handle, key, secretVersion)) {
            throw pool.whyNotNew(handle, key);
        }
        ApiKey added = changes.added(handle, key.workspaceId(), key.keyId());
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
        return new LimitedKey(added, wantedLimits);
    }
}

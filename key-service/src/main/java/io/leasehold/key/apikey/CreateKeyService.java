package io.leasehold.key.apikey;

import io.leasehold.contracts.event.LimitsView;
import io.leasehold.key.account.Account;
import io.leasehold.key.account.Administration;
import io.leasehold.key.apikey.KeyCreationStore.Creation;
import io.leasehold.key.limit.LimitRules;
import io.leasehold.key.provider.ProviderDirectory;
import io.leasehold.key.provider.ProviderFailedProblem;
import io.leasehold.key.provider.Supported;
import io.leasehold.kit.caller.Caller;
import io.leasehold.kit.database.Database;
import io.leasehold.kit.id.Ids;
import io.leasehold.kit.problem.InvalidRequestProblem;
import io.leasehold.providers.Capability;
import io.leasehold.providers.Provider;
import io.leasehold.providers.Secret;
import io.leasehold.providers.SecretFormat;
import io.leasehold.providers.key.KeyCreation;
import io.leasehold.providers.key.KeyLimit;
import io.leasehold.providers.key.KeyOrder;
import io.leasehold.providers.key.ProviderKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * Makes keys at their provider. The name is noted first and is there once, so that a key whose making was interrupted is
 * found by {@link StrayKeys}; the secret goes straight to the secret store.
 */
@ApplicationScoped
class CreateKeyService {
    private final Database database;
    private final ProviderDirectory providers;
    private final Administration administration;
    private final AddKeyService adding;
    private final PoolCheck pool;
    private final Fingerprints fingerprints;
    private final Clock clock;

    CreateKeyService(
            Database database,
            ProviderDirectory providers,
            Administration administration,
            AddKeyService adding,
            PoolCheck pool,
            Fingerprints fingerprints,
            Clock clock) {
        this.database = database;
        this.providers = providers;
        this.administration = administration;
        this.adding = adding;
        this.pool = pool;
        this.fingerprints = fingerprints;
        this.clock = clock;
    }

    KeyAnswer create(Caller caller, CreateKeyRequest request) {
        List<LimitsView.Limit> limits = LimitRules.check(request.limits());
        ProviderLimitRequest wantedLimit = request.providerLimit();
        KeyLimit providerLimit = wantedLimit == null ? KeyLimit.NONE : wantedLimit.limit();
        Account account = adding.usableAccount(caller, request.accountId());
        requirePossible(providers.get(account.provider()), request, providerLimit);
        pool.requireFreeName(caller.workspaceId(), request.name());
        Creation creation = Creation.of(caller.workspaceId(), Ids.next(), account.accountId());
        KeyOrder order = new KeyOrder(creation.providerName(), providerLimit, request.expiresAt(), request.group());
        note(creation);
        KeyCreation made = make(caller, account, creation, order);
        return switch (made) {
            case KeyCreation.Created created -> keep(caller, account, creation, request, created, limits);
            case KeyCreation.RateLimited limited -> throw notMade(creation, account, limited.message(), true);
            case KeyCreation.Refused refused -> throw notMade(creation, account, refused.message(), false);
            case KeyCreation.Unclear unclear -> {
                abandon(creation, clock.instant().plus(KeyCreationStore.UNCLEAR_FOR));
                throw failed(account, unclear.message(), true);
            }
        };
    }

    private void requirePossible(Provider provider, CreateKeyRequest request, KeyLimit limit) {
        Supported.require(provider, Capability.CREATE_KEY);
        if (limit.amount() != null) {
            Supported.require(provider, Capability.KEY_LIMIT);
        }
        Instant end = request.expiresAt();
        if (end != null) {
            Supported.require(provider, Capability.KEY_EXPIRY);
            if (!end.isAfter(clock.instant())) {
                throw new InvalidRequestProblem("expires_at", "must be in the future");
            }
        }
    }

    private void note(Creation creation) {
        Instant now = clock.instant();
        database.useWorkspace(
                creation.workspaceId(),
                handle -> KeyCreationStore.add(handle, creation, now, now.plus(KeyCreationStore.PATIENCE)));
    }

    private KeyCreation make(Caller caller, Account account, Creation creation, KeyOrder order) {
        try {
            return administration.ask(
                    caller,
                    account,
                    Capability.CREATE_KEY,
                    "create key",
                    (keys, admin) -> keys.createKey(admin, order));
        } catch (RuntimeException failure) {
            abandon(creation, clock.instant().plus(KeyCreationStore.UNCLEAR_FOR));
            throw failure;
        }
    }

    private KeyAnswer keep(
            Caller caller,
            Account account,
            Creation creation,
            CreateKeyRequest request,
            KeyCreation.Created created,
            List<LimitsView.Limit> limits) {
        try (Secret secret = created.secret()) {
            return adding.addCreated(
                    caller, newKey(account, creation, request, created.key(), secret), secret, limits, creation);
        } catch (RuntimeException failure) {
            abandon(creation, clock.instant());
            throw failure;
        }
    }

    private NewKey newKey(
            Account account, Creation creation, CreateKeyRequest request, ProviderKey made, Secret secret) {
        String revealed = secret.reveal();
        return new NewKey(
                creation.workspaceId(),
                creation.keyId(),
                account.accountId(),
                account.provider(),
                request.name(),
                providers.get(account.provider()).secretFormat().mask(revealed),
                SecretFormat.last4(revealed),
                fingerprints.of(creation.workspaceId(), revealed),
                Binding.bound(made.id()),
                request.label(),
                request.models(),
                request.tags(),
                false,
                false,
                clock.instant(),
                null,
                made.expiresAt(),
                null);
    }

    /** There is nothing to look for. */
    private ProviderFailedProblem notMade(Creation creation, Account account, String message, boolean retryable) {
        database.useWorkspace(creation.workspaceId(), handle -> KeyCreationStore.forget(handle, creation));
        return failed(account, message, retryable);
    }

    private void abandon(Creation creation, Instant dueAt) {
        database.useWorkspace(creation.workspaceId(), handle -> KeyCreationStore.abandon(handle, creation, dueAt));
    }

    private ProviderFailedProblem failed(Account account, String message, boolean retryable) {
        return new ProviderFailedProblem(providers.get(account.provider()).displayName(), message, retryable);
    }
}

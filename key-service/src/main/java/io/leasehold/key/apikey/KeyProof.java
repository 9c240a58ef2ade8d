package io.leasehold.key.apikey;

import io.leasehold.contracts.ProblemType;
import io.leasehold.key.account.Account;
import io.leasehold.key.account.AccountAccess;
import io.leasehold.key.provider.CheckedCredential;
import io.leasehold.key.provider.ProviderDirectory;
import io.leasehold.key.source.KeySourceService;
import io.leasehold.kit.caller.Caller;
import io.leasehold.kit.id.Ids;
import io.leasehold.kit.problem.ConflictProblem;
import io.leasehold.providers.Provider;
import io.leasehold.providers.Secret;
import io.leasehold.providers.SecretFormat;
import io.leasehold.providers.key.ProviderKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes sure of what a secret is before it becomes a key of the pool, or another secret of one. */
@ApplicationScoped
public class KeyProof {
    private final ProviderDirectory providers;
    private final AccountAccess access;
    private final KeyBinder binder;
    private final Fingerprints fingerprints;
    private final KeySourceService sources;
    private final Clock clock;

    KeyProof(
            ProviderDirectory providers,
            AccountAccess access,
            KeyBinder binder,
            Fingerprints fingerprints,
            KeySourceService sources,
            Clock clock) {
        this.providers = providers;
        this.access = access;
        this.binder = binder;
        this.fingerprints = fingerprints;
        this.sources = sources;
        this.clock = clock;
    }

    /**
     * What can be said of it without asking anybody.
     *
     * @throws ConflictProblem when it is surely no key for inference
     */
    NewKey describe(Caller caller, AddKeyRequest request, Account account, Secret secret) {
        String revealed = secret.reveal();
        SecretFormat format = formatFor(account, revealed);
        return new NewKey(
                caller.workspaceId(),
                Ids.next(),
                account.accountId(),
                account.provider(),
                request.name(),
                format.mask(revealed),
                SecretFormat.last4(revealed),
                fingerprints.of(caller.workspaceId(), revealed),
                Binding.NONE,
                request.label(),
                request.models(),
                request.tags(),
                request.mayBeHandedOut(),
                Boolean.TRUE.equals(request.rotateAfterDirect()),
                clock.instant(),
                null,
                null,
                sources.chosen(caller, request.source()).orElse(null));
    }

    /**
     * The same key, accepted by the provider and bound to its id there.
     *
     * @throws ConflictProblem when the provider does not accept it, or what was given of it can't be right
     */
    NewKey prove(Caller caller, AddKeyRequest request, Account account, NewKey described, Secret secret) {
        return described.verified(accepted(caller, account, secret, request.providerKeyId()), clock.instant());
    }

    /**
     * Another secret for a key, accepted by the provider and bound to its id there; not stored yet, so that its version is 0.
     *
     * @param providerKeyId as an admin says it; null to find out
     * @throws ConflictProblem when the provider does not accept it, or what was given of it can't be right
     */
    public KeySecret prove(Caller caller, ApiKey key, Account account, Secret secret, @Nullable String providerKeyId) {
        String revealed = secret.reveal();
        SecretFormat format = formatFor(account, revealed);
        Binding binding = accepted(caller, account, secret, providerKeyId);
        return new KeySecret(
                key.workspaceId(),
                key.keyId(),
                0,
                format.mask(revealed),
                SecretFormat.last4(revealed),
                fingerprints.of(key.workspaceId(), revealed),
                binding.providerKeyId(),
                binding.candidate(),
                clock.instant(),
                null);
    }

    /** Another secret for a key, as the provider made it. */
    public KeySecret made(ApiKey key, ProviderKey made, Secret secret) {
        String revealed = secret.reveal();
        return new KeySecret(
                key.workspaceId(),
                key.keyId(),
                0,
                providers.get(key.provider()).secretFormat().mask(revealed),
                SecretFormat.last4(revealed),
                fingerprints.of(key.workspaceId(), revealed),
                made.id(),
                null,
                null,
                made.expiresAt());
    }

    /** Tells whether another secret is the same, within a workspace. */
    public byte[] fingerprint(UUID workspaceId, Secret secret) {
        return fingerprints.of(workspaceId, secret.reveal());
    }

    private SecretFormat formatFor(Account account, String secret) {
        SecretFormat format = providers.get(account.provider()).secretFormat();
        if (format.isAdmin(secret)) {
            throw new ConflictProblem(
                    ProblemType.KEY_NOT_ACCEPTED,
                    "This is an admin credential, which can't be leased. Add it to a provider account instead.");
        }
        return format;
    }

    private Binding accepted(Caller caller, Account account, Secret secret, @Nullable String providerKeyId) {
        Provider provider = providers.get(account.provider());
        CheckedCredential.require(provider, providers.keyAdmin(provider.id()).check(access.with(account, secret)));
        return binder.bind(caller, account, secret, providerKeyId);
    }
}

package io.leasehold.key.apikey;

import io.leasehold.contracts.ProblemType;
import io.leasehold.key.account.Account;
import io.leasehold.key.account.AccountAccess;
import io.leasehold.key.provider.ProviderDirectory;
import io.leasehold.key.provider.ProviderFailedProblem;
import io.leasehold.kit.caller.Caller;
import io.leasehold.kit.problem.ConflictProblem;
import io.leasehold.providers.Access;
import io.leasehold.providers.Capability;
import io.leasehold.providers.Provider;
import io.leasehold.providers.Secret;
import io.leasehold.providers.http.ProviderException;
import io.leasehold.providers.key.KeyAdmin;
import io.leasehold.providers.key.KeyIdentity;
import io.leasehold.providers.key.ProviderKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds out, or checks, which of the provider's keys a secret is. */
@ApplicationScoped
class KeyBinder {
    private final ProviderDirectory providers;
    private final AccountAccess accounts;

    KeyBinder(ProviderDirectory providers, AccountAccess accounts) {
        this.providers = providers;
        this.accounts = accounts;
    }

    /**
     * @param given the provider's id as an admin says it; null to find out
     * @throws ConflictProblem when what was given can't be right
     */
    Binding bind(Caller caller, Account account, Secret key, @Nullable String given) {
        Provider provider = providers.get(account.provider());
        Optional<Access> admin = accounts.admin(caller, account, "bind");
        if (admin.isEmpty() || !provider.can(Capability.LIST_KEYS)) {
            return given == null ? Binding.NONE : Binding.bound(given);
        }
        try {
            KeyAdmin keys = providers.keyAdmin(account.provider());
            KeyIdentity identity = keys.identify(admin.get(), key);
            requireOfAccount(provider, account, identity);
            return given == null ? found(identity) : checked(provider, keys, admin.get(), identity, given);
        } catch (ProviderException failure) {
            throw new ProviderFailedProblem(provider.displayName(), failure.explanation(), failure.retryable());
        }
    }

    /** Where the provider knows its keys by their secrets, one that it does not know is another account's. */
    private static void requireOfAccount(Provider provider, Account account, KeyIdentity identity) {
        if (identity instanceof KeyIdentity.None none && provider.can(Capability.TELLS_KEY_ID)) {
            throw notBound("It is no key of the account '%s': %s".formatted(account.name(), none.reason()));
        }
    }

    private static Binding found(KeyIdentity identity) {
        return switch (identity) {
            case KeyIdentity.Told told -> Binding.bound(told.providerKeyId());
            case KeyIdentity.Candidate candidate -> Binding.candidate(candidate.providerKeyId());
            case KeyIdentity.None _ -> Binding.NONE;
        };
    }

    private static Binding checked(Provider provider, KeyAdmin keys, Access admin, KeyIdentity identity, String given) {
        String likely = switch (identity) {
            case KeyIdentity.Told told -> told.providerKeyId();
            case KeyIdentity.Candidate candidate -> candidate.providerKeyId();
            case KeyIdentity.None _ -> given;
        };
        if (!likely.equals(given)) {
            throw notBound("The secret belongs to '%s' at %s, not to '%s'. Leave provider_key_id out, or correct it."
                    .formatted(likely, provider.displayName(), given));
        }
        if (provider.can(Capability.KEY_STATUS) && !isLive(keys.find(admin, given))) {
            throw notBound("%s has no live key '%s' in this account. Check the id and the account."
                    .formatted(provider.displayName(), given));
        }
        return Binding.bound(given);
    }

    private static boolean isLive(Optional<ProviderKey> key) {
        return key.filter(found -> found.state().isLive()).isPresent();
    }

    private static ConflictProblem notBound(String detail) {
        return new ConflictProblem(ProblemType.KEY_NOT_BOUND, detail);
    }
}

package io.leasehold.key.enforcement;

import io.leasehold.key.account.Account;
import io.leasehold.key.account.AccountAccess;
import io.leasehold.key.account.AccountStore;
import io.leasehold.key.apikey.ApiKey;
import io.leasehold.key.provider.ProviderDirectory;
import io.leasehold.kit.database.Database;
import io.leasehold.kit.secret.SecretStoreProblem;
import io.leasehold.providers.Access;
import io.leasehold.providers.Capability;
import io.leasehold.providers.Provider;
import io.leasehold.providers.http.ProviderException;
import io.leasehold.providers.key.KeyAdmin;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.stream.Stream;

/** Has something done to a key at its provider, which nobody waits for. */
@ApplicationScoped
class ProviderKeyAccess {
    private final Database database;
    private final ProviderDirectory providers;
    private final AccountAccess access;

    ProviderKeyAccess(Database database, ProviderDirectory providers, AccountAccess access) {
        this.database = database;
        this.providers = providers;
        this.access = access;
    }

    /** What came of it. */
    sealed interface Outcome {
        record Done() implements Outcome {}

        /** It may be done another time. */
        record Failed(String message) implements Outcome {}

        /** It can't be done before a person has done what the message says. */
        record NeedsPerson(String message) implements Outcome {}

        /** It can't be done by API at all: the message says what a person does instead. */
        record Unsupported(String message) implements Outcome {}
    }

    @FunctionalInterface
    interface Deed {
        Outcome on(KeyAdmin keys, Access admin, String providerKeyId);
    }

    /** What a person does where the provider lacks something; empty where it does not. */
    Optional<String> manualStep(String providerId, Capability capability) {
        return providers.get(providerId).info().capabilityMatrix().stream()
                .filter(support -> support.capability() == capability)
                .flatMap(support -> Stream.ofNullable(support.manualStep()))
                .findFirst();
    }

    /** Why nothing can be done at all; empty where it can be tried. */
    Optional<Outcome> hindrance(ApiKey key, Capability capability) {
        Optional<String> manual = manualStep(key.provider(), capability);
        if (manual.isPresent()) {
            return Optional.of(new Outcome.Unsupported(manual.get()));
        }
        return key.providerKeyId() == null
                ? Optional.of(new Outcome.NeedsPerson("It is not known for sure which of the provider's keys '"
                        + key.name() + "' is. Bind it to its id first."))
                : Optional.empty();
    }

    Outcome act(ApiKey key, String purpose, Deed deed) {
        String id = key.providerKeyId();
        if (id == null) {
            throw new IllegalStateException("A key that isn't bound can't be acted on");
        }
        Account account = database.inWorkspace(
                key.workspaceId(), handle -> AccountStore.get(handle, key.workspaceId(), key.accountId()));
        try {
            Access admin = access.adminForOwnUse(account, purpose).orElse(null);
            return admin == null ? noCredential(account) : act(key, admin, id, deed);
        } catch (SecretStoreProblem away) {
            return new Outcome.Failed(away.detail());
        }
    }

    private Outcome act(ApiKey key, Access admin, String id, Deed deed) {
        Provider provider = providers.get(key.provider());
        try {
            return deed.on(providers.keyAdmin(provider.id()), admin, id);
        } catch (ProviderException failure) {
            return new Outcome.Failed(provider.displayName() + ": " + failure.explanation());
        } finally {
            admin.credential().wipe();
        }
    }

    private static Outcome noCredential(Account account) {
        return new Outcome.NeedsPerson("The account '" + account.name()
                + "' has no admin credential. Give it one, or do it in the provider's console.");
    }
}

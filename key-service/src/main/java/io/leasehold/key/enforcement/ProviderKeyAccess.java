package io.leasehold.key.enforcement;

import io.leasehold.key.account.Account;
import io.leasehold.key.account.AccountAccess;
import io.leasehold.key.account.AccountStore;
import io.leasehold.key.apikey.ApiKey;
import io.leasehold.key.provider.ProviderDirectory;
import io.leasehold.key.step.StepOutcome;
import io.leasehold.kit.database.Database;
import io.leasehold.kit.secret.SecretStoreProblem;
import io.leasehold.providers.Access;
import io.leasehold.providers.Capability;
import io.leasehold.providers.http.ProviderException;
import io.leasehold.providers.key.KeyAdmin;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.stream.Stream;

/** Has something done to a key at its provider, which nobody waits for. */
@ApplicationScoped
class ProviderKeyAccess {
    /** Never kept, as it comes of a piece of work that is another replica's now. */
    static final StepOutcome TAKEN_OVER = new StepOutcome.Retry("Another replica is at it.");

    private final Database database;
    private final ProviderDirectory providers;
    private final AccountAccess access;

    ProviderKeyAccess(Database database, ProviderDirectory providers, AccountAccess access) {
        this.database = database;
        this.providers = providers;
        this.access = access;
    }

    /** What is to be written down before the provider is asked is the deed's to write. */
    @FunctionalInterface
    interface Deed {
        StepOutcome on(KeyAdmin keys, Access admin, String providerKeyId);
    }

    /** What a person does where the provider lacks something; empty where it does not. */
    Optional<String> manualStep(String providerId, Capability capability) {
        return providers.get(providerId).info().capabilityMatrix().stream()
                .filter(support -> support.capability() == capability)
                .flatMap(support -> Stream.ofNullable(support.manualStep()))
                .findFirst();
    }

    /** Why nothing can be done at all; empty where it can be tried. */
    Optional<StepOutcome> hindrance(ApiKey key, Capability capability) {
        Optional<String> manual = manualStep(key.provider(), capability);
        if (manual.isPresent()) {
            return Optional.of(new StepOutcome.Manual(manual.get()));
        }
        return key.providerKeyId() == null
                ? Optional.of(new StepOutcome.Refused("It is not known for sure which of the provider's keys '"
                        + key.name() + "' is. Bind it to its id first."))
                : Optional.empty();
    }

    /**
     * @throws ProviderException when the provider did not do it
     * @throws SecretStoreProblem when the account's credential can't be read
     */
    StepOutcome act(ApiKey key, String purpose, Deed deed) {
        String id = key.providerKeyId();
        if (id == null) {
            throw new IllegalStateException("A key that isn't bound can't be acted on");
        }
        Account account = database.inWorkspace(
                key.workspaceId(), handle -> AccountStore.get(handle, key.workspaceId(), key.accountId()));
        Optional<Access> admin = access.adminForOwnUse(account, purpose);
        if (admin.isEmpty()) {
            return new StepOutcome.Refused("The account '" + account.name()
                    + "' has no admin credential. Give it one, or do it in the provider's console.");
        }
        try {
            return deed.on(keyAdmin(key), admin.get(), id);
        } finally {
            admin.get().credential().wipe();
        }
    }

    KeyAdmin keyAdmin(ApiKey key) {
        return providers.keyAdmin(key.provider());
    }
}

package io.leasehold.key.revocation;

import io.leasehold.key.account.Account;
import io.leasehold.key.account.AccountStore;
import io.leasehold.key.apikey.ApiKey;
import io.leasehold.key.apikey.ApiKeyStore;
import io.leasehold.key.provider.ProviderDirectory;
import io.leasehold.providers.Capability;
import io.leasehold.providers.Provider;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The key whose secret is to end, and through what. */
public record Subject(ApiKey key, Account account, Provider provider) {
    public static Subject of(Handle handle, ProviderDirectory providers, UUID workspaceId, UUID keyId) {
        ApiKey key = ApiKeyStore.get(handle, workspaceId, keyId);
        return new Subject(key, AccountStore.get(handle, workspaceId, key.accountId()), providers.get(key.provider()));
    }

    /** The provider's id of the key, where it can be revoked by API; null where a person must do it. */
    public @Nullable String revocableId() {
        return account.credentialVersion() != null && provider.can(Capability.REVOKE_KEY) ? key.providerKeyId() : null;
    }

    /** What a person must do where the API can't. */
    public String manualInstructions() {
        String why;
        if (!provider.can(Capability.REVOKE_KEY)) {
            why = "%s has no API to revoke keys.".formatted(provider.displayName());
        } else if (account.credentialVersion() == null) {
            why = "The account '%s' has no admin credential.".formatted(account.name());
        } else {
            why = "It is not confirmed which of %s's keys this is.".formatted(provider.displayName());
        }
        return why
                + " Revoke the key that ends in %s in %s's console, or bind it to its id there; this goes on by itself once the provider refuses it."
                        .formatted(key.last4(), provider.displayName());
    }
}

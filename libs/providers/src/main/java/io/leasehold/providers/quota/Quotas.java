package io.leasehold.providers.quota;

import io.leasehold.providers.Access;
import io.leasehold.providers.http.ProviderException;

/** Reads what is left to use at a provider. Calls block, and retry by the client's rules. */
@FunctionalInterface
public interface Quotas {

    /**
     * What is left now.
     *
     * @param holder with the credential whose quotas they are: the admin credential where an account has them, a user's
     *     own where each user has
     * @throws ProviderException when it can't be read
     */
    QuotaSnapshot read(Access holder);

    /** Whether each key has its own, which is read with the key's secret; else an account has them. */
    default boolean perKey() {
        return false;
    }
}

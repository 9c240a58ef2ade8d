package io.leasehold.providers.key;

import io.leasehold.providers.Access;
import io.leasehold.providers.Capability;
import io.leasehold.providers.Secret;
import io.leasehold.providers.http.ProviderException;
import java.util.List;
import java.util.Optional;

/**
 * Checks and administers a provider's keys. All calls block and are meant for virtual threads; they retry by the
 * client's rules before they answer. {@code admin} carries the account's admin credential, {@code key} a key for
 * inference. What the provider lacks by its {@link Capability capabilities} throws
 * {@link UnsupportedOperationException}; ask first.
 */
public interface KeyAdmin {

    /** A cheap real call with a key; nothing is billed. Never throws for what the provider answers. */
    KeyCheck check(Access key);

    /** Whether a key that is accepted may use a model; nothing is billed. Never throws for what the provider answers. */
    default ModelCheck checkModel(Access key, String model) {
        return ModelCheck.unknown("This provider doesn't say beforehand which models a key may use.");
    }

    /** {@link #check} for an admin credential. */
    default KeyCheck checkAdmin(Access admin) {
        throw missing(Capability.LIST_KEYS);
    }

    /**
     * Every key of the account, also those that are switched off or ended, where the provider still shows them.
     *
     * @throws ProviderException when they can't be read
     */
    default List<ProviderKey> listKeys(Access admin) {
        throw missing(Capability.LIST_KEYS);
    }

    /**
     * Finds the provider's id of a key by its secret.
     *
     * @throws ProviderException when the account's keys can't be read
     */
    default KeyIdentity identify(Access admin, Secret key) {
        throw missing(Capability.LIST_KEYS);
    }

    /**
     * A key as the provider sees it now; empty when the account has none with that id.
     *
     * @throws ProviderException when it can't be read
     */
    default Optional<ProviderKey> find(Access admin, String providerKeyId) {
        throw missing(Capability.KEY_STATUS);
    }

    /**
     * Makes a key. It is sent once and never again by itself, because a second time would make a second key: after a
     * crash, or {@link KeyCreation.Unclear}, look for the name first. Never throws for what the provider answers. A
     * limit or an end that the provider has none of is refused; see {@link Capability#KEY_LIMIT} and
     * {@link Capability#KEY_EXPIRY}.
     */
    default KeyCreation createKey(Access admin, KeyOrder order) {
        throw missing(Capability.CREATE_KEY);
    }

    /**
     * The keys of exactly that name in all of the account, without those that are ended for good. They are several where
     * a key was made twice.
     *
     * @throws ProviderException when they can't be read
     */
    default List<ProviderKey> findByName(Access admin, String name) {
        return listKeys(admin).stream()
                .filter(key -> key.name().equals(name) && key.state() != ProviderKeyState.REVOKED)
                .toList();
    }

    /**
     * Sets what a key may spend at the provider. May be repeated.
     *
     * @throws ProviderException when that failed; {@code retryable()} says whether to try again
     */
    default KeySpend setLimit(Access admin, String providerKeyId, KeyLimit limit) {
        throw missing(Capability.KEY_LIMIT);
    }

    /**
     * What a key has spent at the provider; empty when the account has none with that id.
     *
     * @throws ProviderException when it can't be read
     */
    default Optional<KeySpend> spend(Access admin, String providerKeyId) {
        throw missing(Capability.KEY_SPEND);
    }

    /**
     * The account's workspaces or projects, also those that are archived where the provider still shows them.
     *
     * @throws ProviderException when they can't be read
     */
    default List<KeyGroup> listGroups(Access admin) {
        throw missing(Capability.LIST_GROUPS);
    }

    /**
     * Makes a workspace or project. It is sent once: names need not be unique at the provider, so look for it before
     * trying again.
     *
     * @throws ProviderException when that failed
     */
    default KeyGroup createGroup(Access admin, String name) {
        throw missing(Capability.CREATE_GROUP);
    }

    /**
     * Switches a key off; it can be switched on again.
     *
     * @throws ProviderException when that failed; {@code retryable()} says whether to try again
     */
    default ProviderKey disable(Access admin, String providerKeyId) {
        throw missing(Capability.DISABLE_KEY);
    }

    /**
     * Switches a key on again.
     *
     * @throws ProviderException when that failed; {@code retryable()} says whether to try again
     */
    default ProviderKey enable(Access admin, String providerKeyId) {
        throw missing(Capability.DISABLE_KEY);
    }

    /** Ends a key for good. May be repeated. Never throws for what the provider answers. */
    default Revocation revoke(Access admin, String providerKeyId) {
        throw missing(Capability.REVOKE_KEY);
    }

    private static UnsupportedOperationException missing(Capability capability) {
        return new UnsupportedOperationException("This provider lacks " + capability.wireName() + ".");
    }
}

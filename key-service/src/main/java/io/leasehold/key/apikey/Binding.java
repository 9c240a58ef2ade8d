package io.leasehold.key.apikey;

import org.jspecify.annotations.Nullable;

/**
 * Which of the provider's keys a key of the pool is. Only a bound key is ever revoked by API.
 *
 * <p>Public, as JDBI binds the methods of public types only.
 *
 * @param providerKeyId told by the provider, given and found there, or confirmed by an admin; null while unbound
 * @param candidate the only live key whose hint fits; never used until it is confirmed
 */
public record Binding(
        @Nullable String providerKeyId, @Nullable String candidate) {
    static final Binding NONE = new Binding(null, null);

    static Binding bound(String providerKeyId) {
        return new Binding(providerKeyId, null);
    }

    static Binding candidate(String providerKeyId) {
        return new Binding(null, providerKeyId);
    }
}

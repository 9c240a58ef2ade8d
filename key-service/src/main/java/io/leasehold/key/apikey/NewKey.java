package io.leasehold.key.apikey;

import io.leasehold.key.source.KeySource;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A key about to be added.
 *
 * <p>Public, as JDBI binds the methods of public types only.
 *
 * @param fingerprint tells whether the same secret is in the pool already
 * @param verifiedAt null when it was not tried at the provider
 * @param expiresAt when it ends at the provider by itself; null for never, or where that isn't known
 * @param source where its secret comes from; null where somebody gave it
 */
public record NewKey(
        UUID workspaceId,
        UUID keyId,
        UUID accountId,
        String provider,
        String name,
        String masked,
        String last4,
        byte[] fingerprint,
        Binding binding,
        @Nullable String label,
        List<String> models,
        List<String> tags,
        boolean directAllowed,
        boolean rotateAfterDirect,
        Instant createdAt,
        @Nullable Instant verifiedAt,
        @Nullable Instant expiresAt,
        @Nullable KeySource source) {

    /** The provider accepted it. */
    NewKey verified(Binding found, Instant at) {
        return with(found, at);
    }

    /** The provider was not asked: an id that was given is taken at its word. */
    NewKey boundAsGiven(@Nullable String providerKeyId) {
        return with(providerKeyId == null ? Binding.NONE : Binding.bound(providerKeyId), null);
    }

    private NewKey with(Binding otherBinding, @Nullable Instant at) {
        return new NewKey(
                workspaceId,
                keyId,
                accountId,
                provider,
                name,
                masked,
                last4,
                fingerprint,
                otherBinding,
                label,
                models,
                tags,
                directAllowed,
                rotateAfterDirect,
                createdAt,
                at,
                expiresAt,
                source);
    }
}

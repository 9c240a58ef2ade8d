package io.leasehold.key.apikey;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is told of one of a key's secrets. Never the secret itself.
 *
 * <p>Public, as JDBI binds the methods of public types only.
 *
 * @param providerKeyId which of the provider's keys it is; null until it is bound
 * @param bindingCandidate what its hint points to, until an admin confirms it
 * @param verifiedAt when the provider last accepted it; null if it never was asked or never did
 * @param expiresAt when it ends at the provider by itself; null for never, or where that isn't known
 */
public record KeySecret(
        UUID workspaceId,
        UUID keyId,
        int secretVersion,
        String masked,
        String last4,
        byte[] fingerprint,
        @Nullable String providerKeyId,
        @Nullable String bindingCandidate,
        @Nullable Instant verifiedAt,
        @Nullable Instant expiresAt) {

    public KeySecret inVersion(int version) {
        return new KeySecret(
                workspaceId,
                keyId,
                version,
                masked,
                last4,
                fingerprint,
                providerKeyId,
                bindingCandidate,
                verifiedAt,
                expiresAt);
    }
}

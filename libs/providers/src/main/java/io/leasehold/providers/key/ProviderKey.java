package io.leasehold.providers.key;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A key as its provider lists it.
 *
 * @param id the provider's own id
 * @param hint a few characters of the secret, in the provider's form; null where it shows none
 * @param createdAt null where the provider does not tell
 * @param expiresAt null for never
 * @param group the workspace or project it belongs to at the provider; null for the default one
 */
public record ProviderKey(
        String id,
        String name,
        @Nullable String hint,
        ProviderKeyState state,
        @Nullable Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable String group) {}

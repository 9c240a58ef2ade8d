package io.leasehold.providers.key;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A key to be made at a provider.
 *
 * @param name at the provider; the caller makes it unique, because providers don't, and finds the key by it after a
 *     crash
 * @param limit {@link KeyLimit#NONE} for none
 * @param expiresAt null for never
 * @param group the id of the workspace or project it shall belong to; null for the provider's default one
 */
public record KeyOrder(
        String name,
        KeyLimit limit,
        @Nullable Instant expiresAt,
        @Nullable String group) {

    public KeyOrder {
        if (name.isBlank()) {
            throw new IllegalArgumentException("A key needs a name.");
        }
    }

    public static KeyOrder named(String name) {
        return new KeyOrder(name, KeyLimit.NONE, null, null);
    }
}

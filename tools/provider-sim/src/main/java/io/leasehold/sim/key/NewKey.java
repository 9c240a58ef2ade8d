package io.leasehold.sim.key;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is told about a key to be made.
 *
 * @param secret null to have one minted
 */
public record NewKey(
        KeyKind kind,
        @Nullable String secret,
        String name,
        @Nullable Instant expiresAt,
        @Nullable String workspaceId,
        SpendLimit limit) {

    public static NewKey named(KeyKind kind, String name) {
        return new NewKey(kind, null, name, null, null, SpendLimit.NONE);
    }

    @Override
    public String toString() {
        return "NewKey[" + kind + ", " + name + "]";
    }
}

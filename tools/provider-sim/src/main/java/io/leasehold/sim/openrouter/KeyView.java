package io.leasehold.sim.openrouter;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.leasehold.sim.key.KeyStatus;
import io.leasehold.sim.key.SimKey;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A key as the management API shows it. */
record KeyView(
        String hash,
        String label,
        String name,
        boolean disabled,
        @JsonUnwrapped KeySpend spend,
        Instant createdAt,
        @Nullable Instant updatedAt,
        @Nullable Instant expiresAt,
        String creatorUserId,
        String workspaceId,
        @Nullable String externalUser) {

    static KeyView of(SimKey key, KeyUsage usage) {
        return new KeyView(
                key.id(),
                key.hint(),
                key.name(),
                key.status() == KeyStatus.INACTIVE,
                KeySpend.of(key, usage),
                key.createdAt(),
                key.updatedAt(),
                key.expiresAt(),
                Account.USER_ID,
                workspace(key),
                null);
    }

    static String workspace(SimKey key) {
        return Objects.requireNonNullElse(key.workspaceId(), Account.DEFAULT_WORKSPACE);
    }
}

package io.leasehold.sim.anthropic;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.leasehold.sim.key.KeyStatus;
import io.leasehold.sim.key.SimKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A key as the admin API shows it: the workspace in both of the shapes that are in use. */
record ApiKeyView(
        String id,
        String type,
        String name,
        Instant createdAt,
        @Nullable Creator createdBy,
        @Nullable Instant expiresAt,
        @Nullable String partialKeyHint,
        @Nullable Object principal,
        Scope scope,
        @Nullable String workspaceId,
        KeyStatus status) {

    static final String CREATOR_ID = "user_01WCz1FkmYMm4gnmykNKUu3Q";

    record Creator(String id, String type) {}

    /** @param workspaceId absent where the scope is the organisation */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Scope(String type, @Nullable String workspaceId) {}

    static ApiKeyView of(SimKey key, Instant now) {
        String workspace = key.workspaceId();
        return new ApiKeyView(
                key.id(),
                "api_key",
                key.name(),
                key.createdAt(),
                new Creator(CREATOR_ID, "user"),
                key.expiresAt(),
                key.hint(),
                null,
                workspace == null ? new Scope("organization", null) : new Scope("workspace", workspace),
                workspace,
                key.statusAt(now));
    }
}

package io.leasehold.key.account;

import io.leasehold.providers.key.ProviderKey;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A key as its provider lists it. */
@Schema(name = "ProviderKey")
record ProviderKeyAnswer(
        @Schema(
                description = "The provider's own id; to import the key, add it with this and its secret",
                examples = "apikey_01Rj2N8SVvo6BePZj99NhmiT")
        String id,

        @Schema(description = "Its name at the provider", examples = "billing-service-prod")
        String name,

        @Schema(description = "What the provider shows of its secret", examples = "sk-ant-api03-R2D...igAA") @Nullable
        String hint,

        @Schema(
                description = "How it stands at the provider",
                enumeration = {"active", "disabled", "expired", "revoked", "unknown"},
                examples = "active")
        String state,

        @Schema(description = "Null where the provider doesn't tell", examples = "2026-11-21T10:00:00Z") @Nullable
        Instant createdAt,

        @Schema(description = "Null for never", examples = "2027-11-21T10:00:00Z") @Nullable
        Instant expiresAt,

        @Schema(
                description = "The workspace or project it belongs to at the provider; null for the default one",
                examples = "wrkspc_01JwQvzr7rXLA5AGx3HKfFUJ")
        @Nullable
        String group,

        @Schema(
                description = "The key of the pool that is bound to it; null where none is",
                examples = "0199f2a4-7c1e-7b0a-9d52-5a3b0c0e7a11")
        @Nullable
        UUID keyId,

        @Schema(description = "The name of that key", examples = "production-1") @Nullable
        String keyName) {
    static ProviderKeyAnswer of(ProviderKey key, @Nullable BoundKey bound) {
        return new ProviderKeyAnswer(
                key.id(),
                key.name(),
                key.hint(),
                key.state().wireName(),
                key.createdAt(),
                key.expiresAt(),
                key.group(),
                bound == null ? null : bound.keyId(),
                bound == null ? null : bound.name());
    }
}

package io.leasehold.key.apitoken;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.leasehold.contracts.MemberRole;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A token as the workspace's admins see it. */
@Schema(name = "ApiToken")
record ApiTokenAnswer(
        @Schema(description = "Never changes", examples = "0199f2a4-7c1e-7b0a-9d52-5a3b0c0e7a11")
        UUID id,

        @Schema(description = "What people call it", examples = "billing-export")
        String name,

        @Schema(description = "By what it is told from others; not the token", examples = "lht_…9fQ2")
        String masked,

        @Schema(description = "What it may do", examples = "viewer")
        MemberRole role,

        @Schema(
                description = "Name of the only domain that it is for; null for the whole workspace",
                examples = "app.example.com")
        @Nullable
        String domain,

        @Schema(description = "Whether it is good", examples = "active")
        ApiTokenState state,

        @Schema(description = "From when on it is refused; null for never", examples = "2027-11-21T10:00:00Z") @Nullable
        Instant expiresAt,

        @Schema(description = "When it was made") Instant createdAt,

        @Schema(description = "Who made it", examples = "ada")
        String createdBy,

        @Schema(description = "The hour of its last use; null where it never was") @Nullable
        Instant lastUsedAt,

        @Schema(description = "When it was revoked; null where it is not") @Nullable
        Instant revokedAt,

        @Schema(description = "Who revoked it; null where nobody did", examples = "ada") @Nullable
        String revokedBy,

        @Schema(
                description =
                        "The token itself, for Authorization: Bearer; only in the answer that creates it, and never again")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        String token) {

    static ApiTokenAnswer of(KeptApiToken token, Instant now) {
        return of(token, now, null);
    }

    /** @param secret the token itself */
    static ApiTokenAnswer of(KeptApiToken token, Instant now, @Nullable String secret) {
        return new ApiTokenAnswer(
                token.tokenId(),
                token.name(),
                token.masked(),
                token.role(),
                token.domain(),
                token.state(now),
                token.expiresAt(),
                token.createdAt(),
                token.createdBy(),
                token.lastUsedAt(),
                token.revokedAt(),
                token.revokedBy(),
                secret);
    }

    URI location() {
        return URI.create("/api/v1/tokens/" + id);
    }

    /** Without the secret, as this could end up in a log. */
    @Override
    public String toString() {
        return "ApiTokenAnswer[" + id + ", " + masked + "]";
    }
}

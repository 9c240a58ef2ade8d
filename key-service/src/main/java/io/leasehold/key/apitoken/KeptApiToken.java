package io.leasehold.key.apitoken;

import io.leasehold.contracts.MemberRole;
import io.leasehold.contracts.event.WorkspaceView;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a token.
 *
 * @param sha256 of its text, in lower-case hex
 * @param masked by what people tell it from others
 * @param domain the name of the only domain that it is for; null for the whole workspace
 * @param lastUsedAt the hour of its last use
 */
public record KeptApiToken(
        UUID workspaceId,
        UUID tokenId,
        String name,
        String sha256,
        String masked,
        MemberRole role,
        @Nullable String domain,
        @Nullable Instant expiresAt,
        Instant createdAt,
        String createdBy,
        @Nullable Instant lastUsedAt,
        @Nullable Instant revokedAt,
        @Nullable String revokedBy) {

    ApiTokenState state(Instant now) {
        if (revokedAt != null) {
            return ApiTokenState.REVOKED;
        }
        return expiresAt != null && !now.isBefore(expiresAt) ? ApiTokenState.EXPIRED : ApiTokenState.ACTIVE;
    }

    /** As it is told to every service. */
    WorkspaceView.ApiToken view() {
        return new WorkspaceView.ApiToken(tokenId, name, sha256, role, domain, expiresAt);
    }
}

package io.leasehold.sim.key;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One secret of one provider and what the provider keeps about it.
 *
 * @param id the provider's own id of the key, as its admin API names it
 * @param hint the secret, redacted in the provider's way
 * @param workspaceId null in the provider's default workspace
 */
public record SimKey(
        String id,
        Provider provider,
        KeyKind kind,
        String secret,
        String hint,
        String name,
        KeyStatus status,
        Instant createdAt,
        @Nullable Instant updatedAt,
        @Nullable Instant expiresAt,
        @Nullable String workspaceId,
        SpendLimit limit) {

    public KeyStatus statusAt(Instant now) {
        boolean expired = expiresAt != null && !now.isBefore(expiresAt);
        return expired && status != KeyStatus.ARCHIVED ? KeyStatus.EXPIRED : status;
    }

    public SimKey renamed(String newName, Instant now) {
        return new SimKey(
                id, provider, kind, secret, hint, newName, status, createdAt, now, expiresAt, workspaceId, limit);
    }

    public SimKey withStatus(KeyStatus newStatus, Instant now) {
        return new SimKey(
                id, provider, kind, secret, hint, name, newStatus, createdAt, now, expiresAt, workspaceId, limit);
    }

    public SimKey withLimit(SpendLimit newLimit, Instant now) {
        return new SimKey(
                id, provider, kind, secret, hint, name, status, createdAt, now, expiresAt, workspaceId, newLimit);
    }

    public SimKey withExpiry(@Nullable Instant end, Instant now) {
        return new SimKey(id, provider, kind, secret, hint, name, status, createdAt, now, end, workspaceId, limit);
    }

    @Override
    public String toString() {
        return "SimKey[" + id + ", " + hint + ", " + status + "]";
    }
}

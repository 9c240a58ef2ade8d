package io.leasehold.key.apikey;

import io.leasehold.kit.database.Rows;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/** The table {@code key_secret}: the secret of a key beside the one that is served, to come or to go. */
public final class KeySecretStore {
    private static final RowMapper<KeySecret> SECRET = Rows.of(KeySecret.class);

    private KeySecretStore() {}

    public static Optional<KeySecret> find(Handle handle, UUID workspaceId, UUID keyId) {
        return handle.createQuery("select * from key_secret where workspace_id = :workspaceId and key_id = :keyId")
                .bind("workspaceId", workspaceId)
                .bind("keyId", keyId)
                .map(SECRET)
                .findOne();
    }

    /** Takes the place of the one that is there. */
    public static void put(Handle handle, KeySecret secret) {
        handle.createUpdate("""
                        insert into key_secret (workspace_id, key_id, secret_version, masked, last4, fingerprint,
                                                provider_key_id, binding_candidate, verified_at, expires_at)
                        values (:workspaceId, :keyId, :secretVersion, :masked, :last4, :fingerprint,
                                :providerKeyId, :bindingCandidate, :verifiedAt, :expiresAt)
                        on conflict (workspace_id, key_id) do update
                        set secret_version = excluded.secret_version, masked = excluded.masked, last4 = excluded.last4,
                            fingerprint = excluded.fingerprint, provider_key_id = excluded.provider_key_id,
                            binding_candidate = excluded.binding_candidate, verified_at = excluded.verified_at,
                            expires_at = excluded.expires_at
                        """).bindMethods(secret).execute();
    }

    public static void verified(Handle handle, UUID workspaceId, UUID keyId, Instant now) {
        handle.createUpdate("""
                        update key_secret set verified_at = :now where workspace_id = :workspaceId and key_id = :keyId
                        """)
                .bind("now", now)
                .bind("workspaceId", workspaceId)
                .bind("keyId", keyId)
                .execute();
    }

    public static void remove(Handle handle, UUID workspaceId, UUID keyId) {
        handle.createUpdate("delete from key_secret where workspace_id = :workspaceId and key_id = :keyId")
                .bind("workspaceId", workspaceId)
                .bind("keyId", keyId)
                .execute();
    }
}

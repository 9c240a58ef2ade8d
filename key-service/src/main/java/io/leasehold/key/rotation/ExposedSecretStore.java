package io.leasehold.key.rotation;

import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The table {@code exposed_secret}. */
final class ExposedSecretStore {
    private ExposedSecretStore() {}

    /** @return false when it was known already */
    static boolean add(Handle handle, UUID workspaceId, UUID keyId, int secretVersion, Instant at) {
        return handle.createUpdate("""
                        insert into exposed_secret (workspace_id, key_id, secret_version, exposed_at)
                        values (:workspaceId, :keyId, :secretVersion, :at)
                        on conflict do nothing
                        """)
                        .bind("workspaceId", workspaceId)
                        .bind("keyId", keyId)
                        .bind("secretVersion", secretVersion)
                        .bind("at", at)
                        .execute()
                == 1;
    }
}

package io.leasehold.key.lease;

import io.leasehold.contracts.event.LeaseView;
import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The table {@code key_lease}: the usable leases, and nothing of them but what is needed to count them. */
public final class KeyLeaseStore {
    private KeyLeaseStore() {}

    /** How many nodes would lose this key. */
    public static int countUsable(Handle handle, UUID workspaceId, UUID keyId, Instant now) {
        return handle.createQuery("""
                        select count(*) from key_lease
                        where workspace_id = :workspaceId and key_id = :keyId and expires_at > :now
                        """)
                .bind("workspaceId", workspaceId)
                .bind("keyId", keyId)
                .bind("now", now)
                .mapTo(Integer.class)
                .one();
    }

    static void put(Handle handle, LeaseView lease) {
        handle.createUpdate("""
                        insert into key_lease (workspace_id, lease_id, key_id, expires_at)
                        values (:workspaceId, :leaseId, :keyId, :expiresAt)
                        on conflict (workspace_id, lease_id) do update
                        set key_id = excluded.key_id, expires_at = excluded.expires_at
                        """)
                .bind("workspaceId", lease.workspaceId())
                .bind("leaseId", lease.leaseId())
                .bind("keyId", lease.keyId())
                .bind("expiresAt", lease.expiresAt())
                .execute();
    }

    static void remove(Handle handle, LeaseView lease) {
        handle.createUpdate("delete from key_lease where workspace_id = :workspaceId and lease_id = :leaseId")
                .bind("workspaceId", lease.workspaceId())
                .bind("leaseId", lease.leaseId())
                .execute();
    }
}

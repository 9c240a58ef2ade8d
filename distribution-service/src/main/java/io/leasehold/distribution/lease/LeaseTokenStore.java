package io.leasehold.distribution.lease;

import io.leasehold.contracts.OpaqueToken;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The table {@code lease_token}: hashes only. */
final class LeaseTokenStore {
    /** Enough for restarts that overlap; more would be tokens that nobody knows any longer. */
    private static final int MAX_LIVE = 5;

    private LeaseTokenStore() {}

    /**
     * Adds a token to a lease that is locked, dropping the oldest beyond the limit.
     *
     * @return the hashes of all live tokens, the newest last
     */
    static List<String> add(Handle handle, UUID workspaceId, UUID leaseId, OpaqueToken token) {
        handle.createUpdate("""
                        insert into lease_token (workspace_id, token_hash, lease_id) values (:workspaceId, :hash, :leaseId)
                        """)
                .bind("workspaceId", workspaceId)
                .bind("hash", token.sha256())
                .bind("leaseId", leaseId)
                .execute();
        dropOldest(handle, workspaceId, leaseId);
        return handle.createQuery("""
                        select token_hash from lease_token
                        where workspace_id = :workspaceId and lease_id = :leaseId order by seq
                        """)
                .bind("workspaceId", workspaceId)
                .bind("leaseId", leaseId)
                .mapTo(String.class)
                .list();
    }

    static void deleteAll(Handle handle, UUID workspaceId, UUID leaseId) {
        handle.createUpdate("delete from lease_token where workspace_id = :workspaceId and lease_id = :leaseId")
                .bind("workspaceId", workspaceId)
                .bind("leaseId", leaseId)
                .execute();
    }

    private static void dropOldest(Handle handle, UUID workspaceId, UUID leaseId) {
        handle.createUpdate("""
                        delete from lease_token
                        where workspace_id = :workspaceId and lease_id = :leaseId and seq <=
                              (select seq from lease_token
                               where workspace_id = :workspaceId and lease_id = :leaseId
                               order by seq desc offset :live limit 1)
                        """)
                .bind("workspaceId", workspaceId)
                .bind("leaseId", leaseId)
                .bind("live", MAX_LIVE)
                .execute();
    }
}

package io.leasehold.distribution.vault;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The table {@code lease}, by the parts of its leases' names. */
final class VaultLeaseStore {
    /** More than anybody reads; Vault itself sets no bound. */
    private static final int MOST = 10_000;

    private VaultLeaseStore() {}

    static List<String> listProviders(Handle handle, UUID workspaceId, Instant now) {
        return handle.createQuery("""
                        select distinct provider from lease
                        where workspace_id = :workspaceId and state in ('active', 'draining') and expires_at > :now
                        order by provider
                        """)
                .bind("workspaceId", workspaceId)
                .bind("now", now)
                .mapTo(String.class)
                .list();
    }

    static List<String> listNodes(Handle handle, UUID workspaceId, String provider, Instant now) {
        return handle.createQuery("""
                        select distinct cast(node_id as text) as node from lease
                        where workspace_id = :workspaceId and state in ('active', 'draining') and expires_at > :now
                          and provider = :provider
                        order by node limit :most
                        """)
                .bind("workspaceId", workspaceId)
                .bind("now", now)
                .bind("provider", provider)
                .bind("most", MOST)
                .mapTo(String.class)
                .list();
    }

    static List<String> listLeases(Handle handle, UUID workspaceId, String provider, UUID nodeId, Instant now) {
        return handle.createQuery("""
                        select cast(lease_id as text) from lease
                        where workspace_id = :workspaceId and state in ('active', 'draining') and expires_at > :now
                          and provider = :provider and node_id = :nodeId
                        order by lease_id limit :most
                        """)
                .bind("workspaceId", workspaceId)
                .bind("now", now)
                .bind("provider", provider)
                .bind("nodeId", nodeId)
                .bind("most", MOST)
                .mapTo(String.class)
                .list();
    }

    static Optional<UUID> findNode(Handle handle, UUID workspaceId, String idOrName) {
        return handle.createQuery("""
                        select node_id from node
                        where workspace_id = :workspaceId and (cast(node_id as text) = :text or name = :text)
                        order by cast(node_id as text) = :text desc, node_id limit 1
                        """)
                .bind("workspaceId", workspaceId)
                .bind("text", idOrName)
                .mapTo(UUID.class)
                .findOne();
    }
}

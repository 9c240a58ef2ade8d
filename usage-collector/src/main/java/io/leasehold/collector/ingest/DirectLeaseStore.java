package io.leasehold.collector.ingest;

import io.leasehold.contracts.event.LeaseView;
import io.leasehold.contracts.event.NodeView;
import io.leasehold.kit.database.Rows;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The tables {@code node} and {@code direct_lease}, as distribution-service tells them. */
final class DirectLeaseStore {
    private DirectLeaseStore() {}

    /** @param identity the issuer that vouches for it, and its subject there, with a {@code #} between them */
    record CredentialHolder(String identity, String workspaceSlug) {}

    static void put(Handle handle, NodeView node) {
        handle.createUpdate("""
                        insert into node (workspace_id, node_id, identity, state, version, credential_sha256)
                        values (:workspaceId, :nodeId, :identity, :state, :version, :credentialSha256)
                        on conflict (workspace_id, node_id) do update
                        set identity = excluded.identity, state = excluded.state, version = excluded.version,
                            credential_sha256 = excluded.credential_sha256
                        where node.version < excluded.version
                        """)
                .bind("workspaceId", node.workspaceId())
                .bind("nodeId", node.nodeId())
                .bind("identity", node.identity())
                .bind("state", node.state().wireName())
                .bind("version", node.version())
                .bind("credentialSha256", node.credentialSha256())
                .execute();
    }

    static void put(Handle handle, LeaseView lease) {
        handle.createUpdate("""
                        insert into direct_lease (workspace_id, lease_id, node_id, provider, key_id, domain, user_name,
                                                  issued_at, until, version)
                        values (:workspaceId, :leaseId, :nodeId, :provider, :keyId, :domain, :user, :issuedAt, :until,
                                :version)
                        on conflict (workspace_id, lease_id) do update
                        set key_id = excluded.key_id, until = excluded.until, version = excluded.version
                        where direct_lease.version < excluded.version
                        """)
                .bindMethods(lease)
                .bind("until", lease.endedAt() == null ? lease.expiresAt() : lease.endedAt())
                .execute();
    }

    /** The node that proved to be this, unless it was removed. */
    static Optional<UUID> findNode(Handle handle, UUID workspaceId, String identity) {
        return handle.createQuery("""
                        select node_id from node
                        where workspace_id = :workspaceId and identity = :identity and state in ('enrolled', 'lost')
                        """)
                .bind("workspaceId", workspaceId)
                .bind("identity", identity)
                .mapTo(UUID.class)
                .findOne();
    }

    /** The node with that credential, and its workspace; across workspaces, also one that was removed. */
    static Optional<CredentialHolder> findByCredential(Handle handle, String sha256) {
        return handle.createQuery("""
                        select n.identity, w.slug as workspace_slug from node n join workspace w using (workspace_id)
                        where n.credential_sha256 = :sha256
                        """)
                .bind("sha256", sha256)
                .map(Rows.of(CredentialHolder.class))
                .findOne();
    }

    /** The slug of the workspace that an identity is a node of; across workspaces, also of one that was removed. */
    static Optional<String> findWorkspace(Handle handle, String identity) {
        return handle.createQuery("""
                        select w.slug from node n join workspace w using (workspace_id) where n.identity = :identity
                        """)
                .bind("identity", identity)
                .mapTo(String.class)
                .findFirst();
    }

    /** A node's leases that did not end before a time, the newest first; only those whose key is known. */
    static List<DirectLease> list(Handle handle, UUID workspaceId, UUID nodeId, Instant since) {
        return handle.createQuery("""
                        select l.lease_id, l.provider, l.key_id, k.account_id, l.domain, l.user_name, l.issued_at, l.until
                        from direct_lease l
                        join api_key k on k.workspace_id = l.workspace_id and k.key_id = l.key_id
                        where l.workspace_id = :workspaceId and l.node_id = :nodeId and l.until >= :since
                        order by l.issued_at desc, l.lease_id desc
                        """)
                .bind("workspaceId", workspaceId)
                .bind("nodeId", nodeId)
                .bind("since", since)
                .map(Rows.of(DirectLease.class))
                .list();
    }

    /** Across workspaces. */
    static int forget(Handle handle, Instant before) {
        return handle.createUpdate("delete from direct_lease where until < :before")
                .bind("before", before)
                .execute();
    }
}

package io.leasehold.distribution.enrolment;

import io.leasehold.kit.database.Rows;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The table {@code node_credential}: hashes only. */
final class NodeCredentialStore {
    private NodeCredentialStore() {}

    /** Whose credential it is. */
    record Holder(UUID nodeId, String nodeName, String workspaceSlug) {}

    static void insert(Handle handle, UUID workspaceId, UUID nodeId, String hash, Instant now) {
        handle.createUpdate("""
                        insert into node_credential (workspace_id, node_id, credential_hash, created_at)
                        values (:workspaceId, :nodeId, :hash, :now)
                        """)
                .bind("workspaceId", workspaceId)
                .bind("nodeId", nodeId)
                .bind("hash", hash)
                .bind("now", now)
                .execute();
    }

    static Optional<Holder> find(Handle handle, String hash) {
        return handle.createQuery("""
                        select c.node_id, n.name as node_name, w.slug as workspace_slug
                        from node_credential c join node n using (workspace_id, node_id) join workspace w using (workspace_id)
                        where c.credential_hash = :hash
                        """)
                .bind("hash", hash)
                .map(Rows.of(Holder.class))
                .findOne();
    }
}

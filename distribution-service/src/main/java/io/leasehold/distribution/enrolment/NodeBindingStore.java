package io.leasehold.distribution.enrolment;

import io.leasehold.kit.database.Rows;
import io.leasehold.kit.page.PageRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The table {@code node_binding}. */
final class NodeBindingStore {
    private NodeBindingStore() {}

    /** @return false when the identity is bound already, here or in a workspace that can't be seen from here */
    static boolean insert(Handle handle, NodeBinding binding) {
        return handle.createUpdate("""
                                insert into node_binding (workspace_id, binding_id, issuer, subject, created_by, created_at)
                                values (:workspaceId, :bindingId, :issuer, :subject, :createdBy, :createdAt)
                                on conflict do nothing
                                """).bindMethods(binding).execute() > 0;
    }

    /** One more than asked for, the oldest first. */
    static List<NodeBinding> list(Handle handle, UUID workspaceId, PageRequest page) {
        return handle.createQuery("""
                        select * from node_binding
                        where workspace_id = :workspaceId and (cast(:after as uuid) is null or binding_id > :after)
                        order by binding_id limit :limit
                        """)
                .bind("workspaceId", workspaceId)
                .bindByType("after", page.positionId().orElse(null), UUID.class)
                .bind("limit", page.oneMore())
                .map(Rows.of(NodeBinding.class))
                .list();
    }

    static Optional<NodeBinding> delete(Handle handle, UUID workspaceId, UUID bindingId) {
        return handle.createQuery("""
                        delete from node_binding where workspace_id = :workspaceId and binding_id = :bindingId
                        returning *
                        """)
                .bind("workspaceId", workspaceId)
                .bind("bindingId", bindingId)
                .map(Rows.of(NodeBinding.class))
                .findOne();
    }

    /** The slug of the workspace that an identity is bound to. */
    static Optional<String> findWorkspace(Handle handle, String issuer, String subject) {
        return handle.createQuery("""
                        select w.slug from node_binding b join workspace w using (workspace_id)
                        where b.issuer = :issuer and b.subject = :subject
                        """)
                .bind("issuer", issuer)
                .bind("subject", subject)
                .mapTo(String.class)
                .findOne();
    }
}

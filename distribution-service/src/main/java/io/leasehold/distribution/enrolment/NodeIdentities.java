package io.leasehold.distribution.enrolment;

import io.leasehold.contracts.OpaqueToken;
import io.leasehold.kit.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds out who a node is that calls, whichever workspace that is in. */
@ApplicationScoped
class NodeIdentities {
    private final Database database;

    NodeIdentities(Database database) {
        this.database = database;
    }

    /** Whoever has that credential. */
    Optional<NodeToken> findByCredential(String credential) {
        return database.asSystem(handle -> NodeCredentialStore.find(handle, OpaqueToken.sha256(credential)))
                .map(holder -> NodeToken.of(
                        EnrolmentService.ISSUER,
                        holder.nodeId().toString(),
                        holder.nodeName(),
                        holder.workspaceSlug(),
                        null));
    }

    /** An identity of another issuer, with the workspace that it is bound to, if it is. */
    NodeToken bound(String issuer, String subject, @Nullable Long expiresAt) {
        String workspace = database.asSystem(handle -> NodeBindingStore.findWorkspace(handle, issuer, subject))
                .orElse(null);
        return NodeToken.of(issuer, subject, subject, workspace, expiresAt);
    }
}

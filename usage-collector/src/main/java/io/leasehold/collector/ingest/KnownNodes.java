package io.leasehold.collector.ingest;

import io.leasehold.collector.ingest.DirectLeaseStore.CredentialHolder;
import io.leasehold.kit.database.Database;
import io.leasehold.kit.node.NodeBindings;
import io.leasehold.kit.node.NodeCredentials;
import io.leasehold.kit.node.NodeToken;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * Knows nodes that have no token of the identity provider's by what distribution-service has told of them: those that came
 * with an enrolment token, and pods. A service account that is bound no more may still tell of what its node had leased, as that
 * was spent; who shall not has its node removed.
 */
@ApplicationScoped
class KnownNodes implements NodeCredentials, NodeBindings {
    private static final char IDENTITY_SEPARATOR = '#';

    private final Database database;

    KnownNodes(Database database) {
        this.database = database;
    }

    @Override
    public Optional<NodeToken> find(String sha256) {
        return database.asSystem(handle -> DirectLeaseStore.findByCredential(handle, sha256))
                .map(KnownNodes::token);
    }

    @Override
    public Optional<String> findWorkspace(String issuer, String subject) {
        return database.asSystem(
                handle -> DirectLeaseStore.findWorkspace(handle, issuer + IDENTITY_SEPARATOR + subject));
    }

    private static NodeToken token(CredentialHolder holder) {
        int end = holder.identity().indexOf(IDENTITY_SEPARATOR);
        String subject = holder.identity().substring(end + 1);
        return NodeToken.of(holder.identity().substring(0, end), subject, subject, holder.workspaceSlug(), null);
    }
}

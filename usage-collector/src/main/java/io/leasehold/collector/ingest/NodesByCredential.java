package io.leasehold.collector.ingest;

import io.leasehold.collector.ingest.DirectLeaseStore.CredentialHolder;
import io.leasehold.kit.database.Database;
import io.leasehold.kit.node.NodeCredentials;
import io.leasehold.kit.node.NodeToken;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Knows nodes that came with an enrolment token by what distribution-service has told of them. */
@ApplicationScoped
class NodesByCredential implements NodeCredentials {
    private final Database database;

    NodesByCredential(Database database) {
        this.database = database;
    }

    @Override
    public Optional<NodeToken> find(String sha256) {
        return database.asSystem(handle -> DirectLeaseStore.findByCredential(handle, sha256))
                .map(NodesByCredential::token);
    }

    private static NodeToken token(CredentialHolder holder) {
        int end = holder.identity().indexOf('#');
        String subject = holder.identity().substring(end + 1);
        return NodeToken.of(holder.identity().substring(0, end), subject, subject, holder.workspaceSlug(), null);
    }
}

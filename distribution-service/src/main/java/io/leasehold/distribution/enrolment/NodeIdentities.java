package io.leasehold.distribution.enrolment;

import io.leasehold.kit.database.Database;
import io.leasehold.kit.node.NodeBindings;
import io.leasehold.kit.node.NodeCredentials;
import io.leasehold.kit.node.NodeToken;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Finds out who a node is that calls, whichever workspace that is in. */
@ApplicationScoped
class NodeIdentities implements NodeCredentials, NodeBindings {
    /** Of so many nodes it is remembered who they are; those that did not call for longest are forgotten. */
    private static final int REMEMBERED = 50_000;

    private final Database database;
    private final Map<String, NodeToken> byHash = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, NodeToken> eldest) {
            return size() > REMEMBERED;
        }
    });

    NodeIdentities(Database database) {
        this.database = database;
    }

    /** Whose it is never changes. */
    @Override
    public Optional<NodeToken> find(String sha256) {
        NodeToken known = byHash.get(sha256);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<NodeToken> found = database.asSystem(handle -> NodeCredentialStore.find(handle, sha256))
                .map(holder -> NodeToken.of(
                        EnrolmentService.ISSUER,
                        holder.nodeId().toString(),
                        holder.nodeName(),
                        holder.workspaceSlug(),
                        null));
        found.ifPresent(node -> byHash.put(sha256, node));
        return found;
    }

    @Override
    public Optional<String> findWorkspace(String issuer, String subject) {
        return database.asSystem(handle -> NodeBindingStore.findWorkspace(handle, issuer, subject));
    }
}

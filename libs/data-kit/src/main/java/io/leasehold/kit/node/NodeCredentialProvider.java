package io.leasehold.kit.node;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Finds the node whose credential it is. */
@Singleton
class NodeCredentialProvider implements IdentityProvider<NodeCredentialRequest> {
    private final Instance<NodeCredentials> credentials;

    NodeCredentialProvider(Instance<NodeCredentials> credentials) {
        this.credentials = credentials;
    }

    @Override
    public Class<NodeCredentialRequest> getRequestType() {
        return NodeCredentialRequest.class;
    }

    /** Not on the event loop: somebody looks into a table. */
    @Override
    public Uni<SecurityIdentity> authenticate(NodeCredentialRequest request, AuthenticationRequestContext context) {
        return context.runBlocking(() -> find(request.sha256())
                .<SecurityIdentity>map(node ->
                        QuarkusSecurityIdentity.builder().setPrincipal(node).build())
                .orElseThrow(AuthenticationFailedException::new));
    }

    private Optional<NodeToken> find(String sha256) {
        return credentials.isResolvable() ? credentials.get().find(sha256) : Optional.empty();
    }
}

package io.leasehold.distribution.enrolment;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** Finds the node whose credential it is. */
@Singleton
class NodeCredentialProvider implements IdentityProvider<NodeCredentialRequest> {
    private final NodeIdentities identities;

    NodeCredentialProvider(NodeIdentities identities) {
        this.identities = identities;
    }

    @Override
    public Class<NodeCredentialRequest> getRequestType() {
        return NodeCredentialRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(NodeCredentialRequest request, AuthenticationRequestContext context) {
        return context.runBlocking(() -> identities
                .findByCredential(request.credential())
                .<SecurityIdentity>map(node ->
                        QuarkusSecurityIdentity.builder().setPrincipal(node).build())
                .orElseThrow(AuthenticationFailedException::new));
    }
}

package io.leasehold.kit.node;

import io.quarkus.oidc.runtime.OidcUtils;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * What the token of a Kubernetes service account is good for is said by bindings alone: nothing that the token says of
 * groups counts, as that issuer knows nothing of workspaces.
 */
@Singleton
class BoundIdentities implements SecurityIdentityAugmentor {
    private final Instance<NodeBindings> bindings;

    BoundIdentities(Instance<NodeBindings> bindings) {
        this.bindings = bindings;
    }

    /** Not on the event loop: somebody looks into a table. */
    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        if (!ServiceAccountTokens.TENANT.equals(identity.getAttribute(OidcUtils.TENANT_ID_ATTRIBUTE))
                || !(identity.getPrincipal() instanceof JsonWebToken token)) {
            return Uni.createFrom().item(identity);
        }
        return context.runBlocking(() ->
                QuarkusSecurityIdentity.builder().setPrincipal(node(token)).build());
    }

    private NodeToken node(JsonWebToken token) {
        String subject = token.getSubject();
        return NodeToken.of(
                token.getIssuer(),
                subject,
                subject,
                findWorkspace(token.getIssuer(), subject).orElse(null),
                token.getExpirationTime());
    }

    private Optional<String> findWorkspace(String issuer, String subject) {
        return bindings.isResolvable() ? bindings.get().findWorkspace(issuer, subject) : Optional.empty();
    }
}

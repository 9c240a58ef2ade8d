package io.leasehold.distribution.enrolment;

import io.quarkus.oidc.runtime.OidcUtils;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * What the token of a Kubernetes service account is good for is said by bindings alone: nothing that the token says of
 * groups counts, as that issuer knows nothing of workspaces.
 */
@Singleton
class BoundIdentities implements SecurityIdentityAugmentor {
    /** As its settings are called in application.properties. */
    private static final String TENANT = "kubernetes";

    private final NodeIdentities identities;

    BoundIdentities(NodeIdentities identities) {
        this.identities = identities;
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        if (!TENANT.equals(identity.getAttribute(OidcUtils.TENANT_ID_ATTRIBUTE))
                || !(identity.getPrincipal() instanceof JsonWebToken token)) {
            return Uni.createFrom().item(identity);
        }
        return context.runBlocking(() -> QuarkusSecurityIdentity.builder()
                .setPrincipal(identities.bound(token.getIssuer(), token.getSubject(), token.getExpirationTime()))
                .build());
    }
}

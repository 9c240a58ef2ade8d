package io.leasehold.kit.rate;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Limits calls by user, once it is known who calls; who has proved nothing is limited by address only. */
class UserCallFilter {
    private final SecurityIdentity identity;
    private final CallLimits limits;

    @Inject
    UserCallFilter(SecurityIdentity identity, CallLimits limits) {
        this.identity = identity;
        this.limits = limits;
    }

    @ServerRequestFilter(priority = Priorities.AUTHENTICATION + 1)
    public void limit(ContainerRequestContext request) {
        if (CallLimits.isOfApi(request.getUriInfo().getPath())
                && !identity.isAnonymous()
                && identity.getPrincipal() instanceof JsonWebToken token) {
            limits.takeFromUser(token.getIssuer() + " " + token.getSubject());
        }
    }
}

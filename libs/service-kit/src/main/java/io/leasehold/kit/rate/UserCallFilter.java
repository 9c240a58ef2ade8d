package io.leasehold.kit.rate;

import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.http.HttpServerResponse;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Limits calls by user, once it is known who calls; who has proved nothing is limited by address only. */
class UserCallFilter {
    private final Instance<SecurityIdentity> callers;
    private final CallLimits limits;

    /** @param callers none in a service that nobody signs in to, which has no API of this kind either */
    @Inject
    UserCallFilter(Instance<SecurityIdentity> callers, CallLimits limits) {
        this.callers = callers;
        this.limits = limits;
    }

    @ServerRequestFilter(priority = Priorities.AUTHENTICATION + 1)
    public void limit(ContainerRequestContext request, HttpServerResponse response) {
        if (!CallLimits.isOfApi(request.getUriInfo().getPath()) || !callers.isResolvable()) {
            return;
        }
        SecurityIdentity identity = callers.get();
        if (!identity.isAnonymous() && identity.getPrincipal() instanceof JsonWebToken token) {
            limits.takeFromUser(token.getIssuer() + " " + token.getSubject(), response::putHeader);
        }
    }
}

package io.leasehold.kit.problem;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.net.URI;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/** Refuses an address with a NUL in it, which no table can keep or look for. */
class AddressFilter {
    private static final String NUL = "%00";

    @ServerRequestFilter(preMatching = true)
    public void refuseNul(ContainerRequestContext request) {
        URI address = request.getUriInfo().getRequestUri();
        if (holdsNul(address.getRawPath()) || holdsNul(address.getRawQuery())) {
            throw new InvalidRequestProblem("The address holds a NUL character (%00). Leave it out.");
        }
    }

    private static boolean holdsNul(@Nullable String part) {
        return part != null && part.contains(NUL);
    }
}

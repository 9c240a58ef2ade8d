package io.leasehold.ui.origin;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import java.net.URI;
import java.util.Set;

/** What a browser says of a call's origin. A page can't forge it; whoever is no browser may leave it out. */
public final class CallOrigin {
    /** {@code none} is the user, by the address bar or a bookmark. */
    private static final Set<String> OWN = Set.of("same-origin", "none");

    private CallOrigin() {}

    /** Whether the call may come from our own pages or from the user. */
    public static boolean isOwn(HttpServerRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return OWN.contains(site);
        }
        String origin = request.getHeader("Origin");
        return origin == null || names(origin, request);
    }

    private static boolean names(String origin, HttpServerRequest request) {
        try {
            HostAndPort own = request.authority();
            return own != null && own.toString().equals(URI.create(origin).getAuthority());
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }
}

package io.leasehold.providers.dialect;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A provider's inference API as the gateway relays it. Everything here runs on the hot path: it never blocks, builds no
 * tree and keeps no state but in the tap it hands out. Paths are the provider's own, without the gateway's prefix and
 * without the query.
 */
public interface Dialect {

    /** The allow-list: nothing else passes. */
    List<Route> routes();

    /** The route of a request; null where none allows it, also for every path that is written in a doubtful way. */
    default @Nullable Route match(String method, String path) {
        for (Route route : routes()) {
            if (route.matches(method, path)) {
                return route;
            }
        }
        return null;
    }

    /** Where a client may put its lease token, the first one first. */
    List<CredentialHeader> clientCredentials();

    /** How a key is sent upstream. */
    CredentialHeader upstreamCredential();

    /** Which headers pass. */
    HeaderRules headers();

    /** The query as it goes upstream: without credentials; null for none. */
    default @Nullable String upstreamQuery(@Nullable String query) {
        return QueryFilter.withoutCredentials(query);
    }

    /**
     * Reads from a request body, in one pass, what admission, worst case and records need.
     *
     * @param path some providers name the model here
     */
    RequestScan scan(Route route, String path, byte[] body, int offset, int length);

    /**
     * A tap for the answer to one request. Not for several threads at once.
     *
     * @param status the answer's HTTP status
     * @param contentType as the provider sent it; decides between plain JSON and server-sent events
     */
    UsageTap tap(Route route, int status, @Nullable String contentType);

    /** An answer of our own in the form of this provider, which its official clients understand. */
    ErrorAnswer error(Refusal refusal, String message, @Nullable String requestId);
}

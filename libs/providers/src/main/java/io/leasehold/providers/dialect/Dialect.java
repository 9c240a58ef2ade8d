package io.leasehold.providers.dialect;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A provider's inference API as the gateway relays it. Everything here runs on the hot path: it never blocks, builds no
 * tree and keeps no state but in the tap that a route hands out. Paths are the provider's own, without the gateway's
 * prefix and without the query.
 *
 * @param clientCredentials where a client may put its lease token; the first is also how a key is sent upstream
 * @param queryCredential the query parameter in which a client may send it instead; null where there is none
 * @param headers which headers pass
 * @param errors the form of answers of our own
 * @param routes the allow-list: nothing else passes
 * @param wrongKeyErrors the types of errors, as {@link Usage#errorType} has them, by which a 400 is about the key rather
 *     than the request; none where a provider says that with a status of its own
 */
public record Dialect(
        List<CredentialHeader> clientCredentials,
        @Nullable String queryCredential,
        HeaderRules headers,
        ErrorForm errors,
        List<Route> routes,
        Set<String> wrongKeyErrors) {

    private static final int BAD_REQUEST = 400;

    public Dialect {
        clientCredentials = List.copyOf(clientCredentials);
        routes = List.copyOf(routes);
        wrongKeyErrors = Set.copyOf(wrongKeyErrors);
    }

    public Dialect(
            List<CredentialHeader> clientCredentials,
            @Nullable String queryCredential,
            HeaderRules headers,
            ErrorForm errors,
            List<Route> routes) {
        this(clientCredentials, queryCredential, headers, errors, routes, Set.of());
    }

    public Dialect(
            List<CredentialHeader> clientCredentials, HeaderRules headers, ErrorForm errors, List<Route> routes) {
        this(clientCredentials, null, headers, errors, routes);
    }

    /**
     * The lease token that a client sent; null where it sent none.
     *
     * @param headers gives a header's value by its name
     */
    public @Nullable String clientToken(Function<String, @Nullable String> headers, @Nullable String query) {
        for (CredentialHeader credential : clientCredentials) {
            String token = credential.read(headers.apply(credential.name()));
            if (token != null) {
                return token;
            }
        }
        return queryCredential == null ? null : QueryFilter.value(query, queryCredential);
    }

    /** The route of a request; null where none allows it, also for every path that is written in a doubtful way. */
    public @Nullable Route match(String method, String path) {
        for (Route route : routes) {
            if (route.matches(method, path)) {
                return route;
            }
        }
        return null;
    }

    /** How a key is sent upstream. */
    public CredentialHeader upstreamCredential() {
        return clientCredentials.getFirst();
    }

    /** The query as it goes upstream: without credentials; null for none. */
    public @Nullable String upstreamQuery(@Nullable String query) {
        return QueryFilter.withoutCredentials(query);
    }

    /** Whether only the body of an answer with this status says if it is about the key. */
    public boolean blamesKeysIn(int status) {
        return status == BAD_REQUEST && !wrongKeyErrors.isEmpty();
    }

    /** An answer of our own in the form of this provider, which its official clients understand. */
    public ErrorAnswer error(Refusal refusal, String message, @Nullable String requestId) {
        return errors.answer(refusal, message, requestId);
    }
}

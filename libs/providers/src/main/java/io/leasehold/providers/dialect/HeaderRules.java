package io.leasehold.providers.dialect;

import java.util.List;
import java.util.Set;

/**
 * Which headers pass. Requests by an allow-list, since anything else (cookies, our own headers, traces, credentials)
 * is no business of the provider's; answers by a deny-list, since clients may rely on anything a provider sends. Names
 * are given in lower case.
 *
 * @param requestNames pass upstream as they are
 * @param requestPrefixes names that begin so pass too
 */
public record HeaderRules(Set<String> requestNames, List<String> requestPrefixes) {
    /** Set anew by whoever sends upstream: the length of the body, the host, and identity encoding for the tap. */
    private static final Set<String> ANY_PROVIDER =
            Set.of("content-type", "accept", "user-agent", "idempotency-key", "x-app");

    private static final List<String> ANY_SDK = List.of("x-stainless-");

    private static final Set<String> NOT_BACK = Set.of(
            "connection",
            "keep-alive",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "content-length",
            "set-cookie",
            "set-cookie2",
            "alt-svc",
            "strict-transport-security",
            "x-request-id");

    public HeaderRules {
        requestNames = Set.copyOf(requestNames);
        requestPrefixes = List.copyOf(requestPrefixes);
    }

    public boolean passesUpstream(String name) {
        return ANY_PROVIDER.contains(name)
                || requestNames.contains(name)
                || startsWithAny(name, ANY_SDK)
                || startsWithAny(name, requestPrefixes);
    }

    /** Hop-by-hop headers, the length, cookies and what we say ourselves stay here. */
    public boolean passesToClient(String name) {
        return !NOT_BACK.contains(name) && !name.startsWith("proxy-") && !name.startsWith("x-leasehold-");
    }

    private static boolean startsWithAny(String name, List<String> prefixes) {
        for (int i = 0; i < prefixes.size(); i++) {
            if (name.startsWith(prefixes.get(i))) {
                return true;
            }
        }
        return false;
    }
}

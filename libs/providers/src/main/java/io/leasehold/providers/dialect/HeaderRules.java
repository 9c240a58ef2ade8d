package io.leasehold.providers.dialect;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    /** @param requestNames beside those that pass to any provider; the same goes for the prefixes */
    public HeaderRules {
        requestNames =
                Stream.concat(ANY_PROVIDER.stream(), requestNames.stream()).collect(Collectors.toUnmodifiableSet());
        requestPrefixes = Stream.concat(ANY_SDK.stream(), requestPrefixes.stream())
                .distinct()
                .toList();
    }

    /** Asked for every header of every request. */
    public boolean passesUpstream(String name) {
        return requestNames.contains(name) || startsWithAny(name, requestPrefixes);
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

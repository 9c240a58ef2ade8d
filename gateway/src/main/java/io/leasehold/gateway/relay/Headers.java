package io.leasehold.gateway.relay;

import io.leasehold.providers.dialect.CredentialHeader;
import io.leasehold.providers.dialect.Dialect;
import io.leasehold.providers.dialect.HeaderRules;
import io.vertx.core.MultiMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Which headers go on, in both directions. */
final class Headers {
    private static final String CONNECTION = "connection";

    private Headers() {}

    /** One credential only, the key's own; and an answer that the tap can read as it is. */
    static void toProvider(Dialect dialect, MultiMap client, MultiMap upstream, String secret) {
        HeaderRules rules = dialect.headers();
        copy(client, upstream, rules::passesUpstream);
        upstream.set("accept-encoding", "identity");
        CredentialHeader credential = dialect.upstreamCredential();
        upstream.set(credential.name(), credential.write(secret));
    }

    static void toClient(Dialect dialect, MultiMap upstream, MultiMap client) {
        HeaderRules rules = dialect.headers();
        copy(upstream, client, rules::passesToClient);
    }

    private static void copy(MultiMap from, MultiMap to, Predicate<String> passes) {
        Set<String> hopByHop = namedByConnection(from);
        for (Map.Entry<String, String> header : from) {
            String name = header.getKey().toLowerCase(Locale.ROOT);
            if (passes.test(name) && !hopByHop.contains(name)) {
                to.add(name, header.getValue());
            }
        }
    }

    /** A sender may declare any header to be for the next hop only. Most say no more than whether they keep it open. */
    private static Set<String> namedByConnection(MultiMap headers) {
        String first = headers.get(CONNECTION);
        if (first == null || (isUsual(first) && headers.getAll(CONNECTION).size() == 1)) {
            return Set.of();
        }
        Set<String> names = new HashSet<>();
        for (String value : headers.getAll(CONNECTION)) {
            for (String name : value.split(",", -1)) {
                names.add(name.strip().toLowerCase(Locale.ROOT));
            }
        }
        return names;
    }

    private static boolean isUsual(String value) {
        return value.equalsIgnoreCase("keep-alive") || value.equalsIgnoreCase("close");
    }
}

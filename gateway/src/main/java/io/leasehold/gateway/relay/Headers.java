package io.leasehold.gateway.relay;

import io.leasehold.providers.dialect.CredentialHeader;
import io.leasehold.providers.dialect.Dialect;
import io.leasehold.providers.dialect.HeaderRules;
import io.vertx.core.MultiMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

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

    /** A sender may declare any header to be for the next hop only. */
    private static Set<String> namedByConnection(MultiMap headers) {
        List<String> values = headers.getAll(CONNECTION);
        if (values.isEmpty()) {
            return Set.of();
        }
        return values.stream()
                .flatMap(value -> List.of(value.split(",")).stream())
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }
}

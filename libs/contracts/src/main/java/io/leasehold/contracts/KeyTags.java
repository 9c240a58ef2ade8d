package io.leasehold.contracts;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Which keys a lease may use, by their tags; upper and lower case are alike. */
public final class KeyTags {
    /** A key whose tags name a pool, such as {@code pool:batch}, is for leases of that pool only. */
    private static final String POOL = "pool:";

    private KeyTags() {}

    /** The tag that the keys of a pool have. */
    public static String ofPool(String pool) {
        return POOL + pool;
    }

    /** Whether a key may serve a lease: it has all tags that the lease wants, and is in no pool but those. */
    public static boolean serve(Collection<String> ofKey, Collection<String> wanted) {
        if (ofKey.isEmpty()) {
            return wanted.isEmpty();
        }
        Set<String> has = lower(ofKey);
        Set<String> wants = lower(wanted);
        List<String> pools = pools(has);
        return has.containsAll(wants) && (pools.isEmpty() || pools.stream().anyMatch(wants::contains));
    }

    private static List<String> pools(Set<String> tags) {
        return tags.stream().filter(tag -> tag.startsWith(POOL)).toList();
    }

    private static Set<String> lower(Collection<String> tags) {
        return tags.stream().map(tag -> tag.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    }
}

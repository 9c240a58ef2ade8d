package io.leasehold.distribution.vault;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The beginning of names of leases.
 *
 * @param provider null for all
 * @param node its id or name; null for all
 */
record VaultPrefix(@Nullable String provider, @Nullable String node) {
    private static final int PARTS = 2;

    /** Whatever comes after the node is a lease, which is no prefix. */
    static VaultPrefix of(String text) {
        List<String> parts = Arrays.stream(text.split("/", -1))
                .filter(part -> !part.isEmpty())
                .toList();
        if (parts.size() > PARTS) {
            throw new VaultProblem("There is nothing below '<provider>/<node>/' but leases.");
        }
        return new VaultPrefix(parts.isEmpty() ? null : parts.get(0), parts.size() < PARTS ? null : parts.get(1));
    }

    boolean isAll() {
        return provider == null;
    }
}

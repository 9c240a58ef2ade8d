package io.leasehold.distribution.spend;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Keeps counting and changing limits apart, per workspace: a window that is seeded from the ledger because its limit moved
 * to another zone must not miss a request that is being counted in the old one at that moment.
 */
public final class CountingLock {
    private CountingLock() {}

    /** Any number of transactions may count together. */
    public static void forCounting(Handle handle, Collection<UUID> workspaces) {
        lock(handle, "pg_advisory_xact_lock_shared", workspaces);
    }

    /** Waits until nobody counts, and keeps them waiting to the end of the transaction. */
    static void forChangingLimits(Handle handle, Collection<UUID> workspaces) {
        lock(handle, "pg_advisory_xact_lock", workspaces);
    }

    /** In the same order everywhere, so that nobody waits in a circle. */
    private static void lock(Handle handle, String function, Collection<UUID> workspaces) {
        List<String> inOrder =
                workspaces.stream().map(UUID::toString).distinct().sorted().toList();
        handle.createQuery("select %s(hashtextextended(w, 0)) from unnest(:workspaces) as w".formatted(function))
                .bindArray("workspaces", String.class, inOrder)
                .mapToMap()
                .list();
    }
}

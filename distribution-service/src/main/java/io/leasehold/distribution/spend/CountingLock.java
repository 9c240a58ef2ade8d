package io.leasehold.distribution.spend;

import java.util.Collection;
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
        lock(handle, "select pg_advisory_xact_lock_shared(hashtextextended(:workspace, 0))", workspaces);
    }

    /** Waits until nobody counts, and keeps them waiting to the end of the transaction. */
    static void forChangingLimits(Handle handle, Collection<UUID> workspaces) {
        lock(handle, "select pg_advisory_xact_lock(hashtextextended(:workspace, 0))", workspaces);
    }

    private static void lock(Handle handle, String statement, Collection<UUID> workspaces) {
        workspaces.stream()
                .distinct()
                .sorted()
                .forEach(workspace -> handle.createQuery(statement)
                        .bind("workspace", workspace.toString())
                        .mapToMap()
                        .one());
    }
}

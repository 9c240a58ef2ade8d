package io.leasehold.key.member;

import io.leasehold.kit.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/**
 * Lets one change at a time be made to a workspace's members, over all replicas. A transaction is open while the identity
 * provider is asked; so that one that hangs can't take the connections of everybody else, there are few of them.
 */
@ApplicationScoped
class MemberChangeLock {
    private static final int MOST_AT_ONCE = 3;
    private static final long PATIENCE_SECONDS = 5;

    private final Database database;
    private final Semaphore changes = new Semaphore(MOST_AT_ONCE);

    MemberChangeLock(Database database) {
        this.database = database;
    }

    <T> T holding(UUID workspaceId, Function<Handle, T> change) {
        try {
            if (!changes.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IdentityProviderProblem(new IOException("other changes of members are waiting for it"));
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IdentityProviderProblem(stopped);
        }
        try {
            return database.inWorkspace(workspaceId, handle -> {
                handle.execute("select pg_advisory_xact_lock(hashtextextended(?, 0))", "members:" + workspaceId);
                return change.apply(handle);
            });
        } finally {
            changes.release();
        }
    }
}

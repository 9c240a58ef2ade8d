package io.leasehold.key.secret;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** The table {@code pending_secret}. */
final class PendingSecretStore {
    private PendingSecretStore() {}

    static void add(Handle handle, SecretPath path, Instant now) {
        handle.createUpdate("""
                        insert into pending_secret (workspace_id, owner, owner_id, created_at)
                        values (:workspaceId, :owner, :id, :now)
                        """).bindMethods(path).bind("now", now).execute();
    }

    /** @return whether it was still there */
    static boolean remove(Handle handle, SecretPath path) {
        return handle.createUpdate("""
                        delete from pending_secret
                        where workspace_id = :workspaceId and owner = :owner and owner_id = :id
                        """).bindMethods(path).execute() == 1;
    }

    /** Locks one that is older; whoever still wants to finish it waits, and then finds it gone. */
    static Optional<SecretPath> lockOlderThan(Handle handle, Instant before) {
        return handle.createQuery("""
                        select workspace_id, owner, owner_id as id from pending_secret where created_at < :before
                        order by created_at limit 1 for update skip locked
                        """)
                .bind("before", before)
                .map(ConstructorMapper.of(SecretPath.class))
                .findOne();
    }
}

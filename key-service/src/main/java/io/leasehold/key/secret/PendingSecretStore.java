package io.leasehold.key.secret;

import io.leasehold.kit.database.Rows;
import io.leasehold.kit.secret.SecretPath;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The table {@code pending_secret}. */
final class PendingSecretStore {
    private PendingSecretStore() {}

    static void add(Handle handle, Collection<SecretPath> paths, Instant now) {
        PreparedBatch batch = handle.prepareBatch("""
                insert into pending_secret (workspace_id, owner, owner_id, created_at)
                values (:workspaceId, :owner, :id, :now)
                """);
        paths.forEach(path -> batch.bindMethods(path).bind("now", now).add());
        batch.execute();
    }

    /** For a secret that was written too late, when its intent was gone. */
    static void addAbandoned(Handle handle, SecretPath path, Instant now) {
        handle.createUpdate("""
                        insert into pending_secret (workspace_id, owner, owner_id, created_at, abandoned)
                        values (:workspaceId, :owner, :id, :now, true)
                        on conflict (workspace_id, owner, owner_id) do update set abandoned = true
                        """).bindMethods(path).bind("now", now).execute();
    }

    /** @return whether all of them were still there, and nobody had given one up */
    static boolean remove(Handle handle, Collection<SecretPath> paths) {
        PreparedBatch batch = handle.prepareBatch("""
                delete from pending_secret
                where workspace_id = :workspaceId and owner = :owner and owner_id = :id and not abandoned
                """);
        paths.forEach(path -> batch.bindMethods(path).add());
        return Arrays.stream(batch.execute()).sum() == paths.size();
    }

    /**
     * Gives it up: its row can't come any more. Waits for a row that is on its way at this very moment.
     *
     * @return whether it was still there
     */
    static boolean abandon(Handle handle, SecretPath path) {
        return handle.createUpdate("""
                        update pending_secret set abandoned = true
                        where workspace_id = :workspaceId and owner = :owner and owner_id = :id
                        """).bindMethods(path).execute() == 1;
    }

    /** Gives up those that are older, but for those whose row is on its way at this very moment. */
    static void abandonOlderThan(Handle handle, Instant before) {
        handle.createUpdate("""
                        update pending_secret p set abandoned = true
                        from (select workspace_id, owner, owner_id from pending_secret
                              where created_at < :before and not abandoned
                              for update skip locked) old
                        where p.workspace_id = old.workspace_id and p.owner = old.owner and p.owner_id = old.owner_id
                        """).bind("before", before).execute();
    }

    /** Oldest first. */
    static List<SecretPath> listAbandoned(Handle handle, int limit) {
        return handle.createQuery("""
                        select workspace_id, owner, owner_id as id from pending_secret where abandoned
                        order by created_at limit :limit
                        """)
                .bind("limit", limit)
                .map(Rows.of(SecretPath.class))
                .list();
    }

    /** @return whether nobody else did so before */
    static boolean forgetAbandoned(Handle handle, SecretPath path) {
        return handle.createUpdate("""
                        delete from pending_secret
                        where workspace_id = :workspaceId and owner = :owner and owner_id = :id and abandoned
                        """).bindMethods(path).execute() == 1;
    }
}

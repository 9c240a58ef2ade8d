package io.leasehold.key.secret;

import io.leasehold.kit.database.Rows;
import io.leasehold.kit.secret.SecretPath;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The table {@code secret_disposal}. */
final class SecretDisposalStore {
    private SecretDisposalStore() {}

    /** A version that is to be destroyed. */
    record Disposal(UUID workspaceId, SecretPath.Owner owner, UUID ownerId, int version) {
        SecretPath path() {
            return new SecretPath(workspaceId, owner, ownerId);
        }
    }

    /** One that is noted already gets the later time. */
    static void add(Handle handle, SecretPath path, int version, Instant due) {
        handle.createUpdate("""
                        insert into secret_disposal (workspace_id, owner, owner_id, version, due_at, begun)
                        values (:workspaceId, :owner, :id, :version, :due, false)
                        on conflict (workspace_id, owner, owner_id, version) do update
                        set due_at = greatest(secret_disposal.due_at, excluded.due_at)
                        """)
                .bindMethods(path)
                .bind("version", version)
                .bind("due", due)
                .execute();
    }

    /** @return false where nobody noted it, or it is being destroyed */
    static boolean takeBack(Handle handle, SecretPath path, int version) {
        return handle.createUpdate("""
                        delete from secret_disposal
                        where workspace_id = :workspaceId and owner = :owner and owner_id = :id and version = :version
                          and not begun
                        """)
                        .bindMethods(path)
                        .bind("version", version)
                        .execute()
                == 1;
    }

    /**
     * Begins those whose time has come, but for those that are being named at this very moment; and forgets those that a
     * row does name: a look into the tables of keys and accounts.
     */
    static void beginDue(Handle handle, Instant now) {
        handle.createUpdate("""
                        delete from secret_disposal d
                        where due_at <= :now and not begun
                          and (exists (select from api_key k
                                       where d.owner = 'keys' and k.workspace_id = d.workspace_id
                                         and k.key_id = d.owner_id and k.secret_version = d.version)
                               or exists (select from key_secret s
                                          where d.owner = 'keys' and s.workspace_id = d.workspace_id
                                            and s.key_id = d.owner_id and s.secret_version = d.version)
                               or exists (select from provider_account a
                                          where d.owner = 'accounts' and a.workspace_id = d.workspace_id
                                            and a.account_id = d.owner_id and a.credential_version = d.version))
                        """).bind("now", now).execute();
        handle.createUpdate("""
                        update secret_disposal d set begun = true
                        from (select workspace_id, owner, owner_id, version from secret_disposal
                              where due_at <= :now and not begun for update skip locked) due
                        where (d.workspace_id, d.owner, d.owner_id, d.version)
                            = (due.workspace_id, due.owner, due.owner_id, due.version)
                        """).bind("now", now).execute();
    }

    /** Longest due first. */
    static List<Disposal> listBegun(Handle handle, int limit) {
        return handle.createQuery("""
                        select workspace_id, owner, owner_id, version from secret_disposal where begun
                        order by due_at limit :limit
                        """)
                .bind("limit", limit)
                .map(Rows.of(Disposal.class))
                .list();
    }

    /** @return whether nobody else did so before */
    static boolean forget(Handle handle, Disposal disposal) {
        return handle.createUpdate("""
                        delete from secret_disposal
                        where workspace_id = :workspaceId and owner = :owner and owner_id = :id and version = :version
                        """)
                        .bindMethods(disposal.path())
                        .bind("version", disposal.version())
                        .execute()
                == 1;
    }
}

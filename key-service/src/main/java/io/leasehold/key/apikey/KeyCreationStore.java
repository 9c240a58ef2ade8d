package io.leasehold.key.apikey;

import io.leasehold.kit.database.Rows;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The table {@code key_creation}. */
public final class KeyCreationStore {
    /** Longer than any call that makes a key can take; after it, nothing of it comes into the pool any more. */
    public static final Duration PATIENCE = Duration.ofMinutes(10);
    /** A provider that did not answer may still be making it. */
    public static final Duration UNCLEAR_FOR = Duration.ofMinutes(1);

    private KeyCreationStore() {}

    /**
     * A key that is made at its provider.
     *
     * @param providerName what it is called there; found by it after a crash
     */
    public record Creation(UUID workspaceId, UUID keyId, UUID accountId, String providerName) {
        public static Creation of(UUID workspaceId, UUID keyId, UUID accountId) {
            return new Creation(workspaceId, keyId, accountId, "leasehold-" + keyId);
        }
    }

    public static void add(Handle handle, Creation creation, Instant now, Instant dueAt) {
        handle.createUpdate("""
                        insert into key_creation (workspace_id, key_id, account_id, provider_name, abandoned, due_at, created_at)
                        values (:workspaceId, :keyId, :accountId, :providerName, false, :dueAt, :now)
                        """)
                .bind("workspaceId", creation.workspaceId())
                .bind("keyId", creation.keyId())
                .bind("accountId", creation.accountId())
                .bind("providerName", creation.providerName())
                .bind("dueAt", dueAt)
                .bind("now", now)
                .execute();
    }

    /** @return whether it was still there, and nobody had given it up */
    public static boolean finish(Handle handle, Creation creation) {
        return handle.createUpdate("""
                        delete from key_creation
                        where workspace_id = :workspaceId and key_id = :keyId and not abandoned
                        """)
                        .bind("workspaceId", creation.workspaceId())
                        .bind("keyId", creation.keyId())
                        .execute()
                == 1;
    }

    /** Its row can't come any more; what there may be at the provider is looked for then. */
    public static void abandon(Handle handle, Creation creation, Instant dueAt) {
        handle.createUpdate("""
                        update key_creation set abandoned = true, due_at = :dueAt
                        where workspace_id = :workspaceId and key_id = :keyId
                        """)
                .bind("dueAt", dueAt)
                .bind("workspaceId", creation.workspaceId())
                .bind("keyId", creation.keyId())
                .execute();
    }

    /** Gives up those whose time is over, but for those whose row is on its way at this very moment. */
    static void abandonDue(Handle handle, Instant now) {
        handle.createUpdate("""
                        update key_creation c set abandoned = true
                        from (select workspace_id, key_id from key_creation
                              where due_at <= :now and not abandoned for update skip locked) due
                        where c.workspace_id = due.workspace_id and c.key_id = due.key_id
                        """).bind("now", now).execute();
    }

    static List<Creation> listAbandoned(Handle handle, Instant now, int limit) {
        return handle.createQuery("""
                        select workspace_id, key_id, account_id, provider_name from key_creation
                        where abandoned and due_at <= :now order by due_at limit :limit
                        """)
                .bind("now", now)
                .bind("limit", limit)
                .map(Rows.of(Creation.class))
                .list();
    }

    public static void forget(Handle handle, Creation creation) {
        handle.createUpdate("delete from key_creation where workspace_id = :workspaceId and key_id = :keyId")
                .bind("workspaceId", creation.workspaceId())
                .bind("keyId", creation.keyId())
                .execute();
    }
}

package io.leasehold.key.workspace;

import io.leasehold.kit.database.Rows;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** What keeps a workspace from being deleted: a look into the tables of keys and accounts, which in turn need workspaces. */
record LivingParts(long keys, long accounts) {
    /** To be asked with the workspace's row locked, so that nothing is added meanwhile. */
    static LivingParts of(Handle handle, UUID workspaceId) {
        return handle.createQuery("""
                        select (select count(*) from api_key
                                where workspace_id = :id and state not in ('revoked', 'retired')) as keys,
                               (select count(*) from provider_account
                                where workspace_id = :id and state <> 'deleted') as accounts
                        """)
                .bind("id", workspaceId)
                .map(Rows.of(LivingParts.class))
                .one();
    }

    boolean isEmpty() {
        return keys == 0 && accounts == 0;
    }
}

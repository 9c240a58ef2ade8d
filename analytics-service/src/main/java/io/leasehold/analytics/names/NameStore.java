package io.leasehold.analytics.names;

import io.leasehold.contracts.event.AccountView;
import io.leasehold.contracts.event.KeyView;
import io.leasehold.contracts.event.NodeView;
import org.jdbi.v3.core.Handle;

/** The tables {@code node}, {@code api_key} and {@code provider_account}. The newer of two versions stays. */
final class NameStore {
    private NameStore() {}

    static void put(Handle handle, NodeView node) {
        handle.createUpdate("""
                        insert into node (workspace_id, node_id, name, enrolled_at, version)
                        values (:workspaceId, :nodeId, :name, :enrolledAt, :version)
                        on conflict (workspace_id, node_id) do update
                        set name = excluded.name, enrolled_at = excluded.enrolled_at, version = excluded.version
                        where node.version < excluded.version
                        """).bindMethods(node).execute();
    }

    static void put(Handle handle, KeyView key) {
        handle.createUpdate("""
                        insert into api_key (workspace_id, key_id, account_id, name, version)
                        values (:workspaceId, :keyId, :accountId, :name, :version)
                        on conflict (workspace_id, key_id) do update
                        set account_id = excluded.account_id, name = excluded.name, version = excluded.version
                        where api_key.version < excluded.version
                        """).bindMethods(key).execute();
    }

    static void put(Handle handle, AccountView account) {
        handle.createUpdate("""
                        insert into provider_account (workspace_id, account_id, provider, name, version)
                        values (:workspaceId, :accountId, :provider, :name, :version)
                        on conflict (workspace_id, account_id) do update
                        set name = excluded.name, version = excluded.version
                        where provider_account.version < excluded.version
                        """).bindMethods(account).execute();
    }
}

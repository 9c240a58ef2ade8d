package io.leasehold.collector.account;

import io.leasehold.contracts.event.KeyView;
import io.leasehold.kit.database.Rows;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** The tables {@code api_key} and {@code provider_key}: which key of ours a provider means. */
public final class KeyStore {
    private KeyStore() {}

    public static void put(Handle handle, KeyView key) {
        handle.createUpdate("""
                        insert into api_key (workspace_id, key_id, account_id, provider_key_id, secret_version, state, version)
                        values (:workspaceId, :keyId, :accountId, :providerKeyId, :secretVersion, :state, :version)
                        on conflict (workspace_id, key_id) do update
                        set account_id = excluded.account_id, provider_key_id = excluded.provider_key_id,
                            secret_version = excluded.secret_version, state = excluded.state, version = excluded.version
                        where api_key.version < excluded.version
                        """).bindMethods(key).execute();
        // Also when it comes late: it had that id once.
        handle.createUpdate("""
                        insert into provider_key (workspace_id, account_id, provider_key_id, key_id)
                        select :workspaceId, :accountId, :providerKeyId, :keyId where cast(:providerKeyId as text) is not null
                        on conflict (workspace_id, account_id, provider_key_id) do update set key_id = excluded.key_id
                        where provider_key.key_id < excluded.key_id
                        """).bindMethods(key).execute();
    }

    /** Keys that are in use and whose secret there is. */
    public static List<KeyWithSecret> listWithSecret(Handle handle, UUID workspaceId, UUID accountId) {
        return handle.createQuery("""
                        select key_id, secret_version from api_key
                        where workspace_id = :workspaceId and account_id = :accountId and secret_version is not null
                          and state in ('active', 'draining')
                        order by key_id
                        """)
                .bind("workspaceId", workspaceId)
                .bind("accountId", accountId)
                .map(Rows.of(KeyWithSecret.class))
                .list();
    }

    /** Keys that are in use and that are known to be one of their provider's. */
    public static List<BoundKey> listInUse(Handle handle, UUID workspaceId, UUID accountId) {
        return handle.createQuery("""
                        select key_id, provider_key_id from api_key
                        where workspace_id = :workspaceId and account_id = :accountId and provider_key_id is not null
                          and state in ('active', 'draining')
                        order by key_id
                        """)
                .bind("workspaceId", workspaceId)
                .bind("accountId", accountId)
                .map(Rows.of(BoundKey.class))
                .list();
    }

    /** Our keys by the ids that they have and had at the provider. Where a key was added again, the newer one counts. */
    public static Map<String, UUID> byProviderKeyId(Handle handle, UUID workspaceId, UUID accountId) {
        return handle
                .createQuery("""
                        select provider_key_id, key_id from provider_key
                        where workspace_id = :workspaceId and account_id = :accountId
                        """)
                .bind("workspaceId", workspaceId)
                .bind("accountId", accountId)
                .map((row, context) -> Map.entry(row.getString("provider_key_id"), row.getObject("key_id", UUID.class)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}

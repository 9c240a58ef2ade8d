package io.leasehold.distribution.key;

import io.leasehold.contracts.event.AccountView;
import io.leasehold.contracts.event.KeyView;
import io.leasehold.kit.database.Rows;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/** The tables {@code pool_key} and {@code pool_account}. */
public final class PoolKeyStore {
    private static final RowMapper<PoolKey> MAPPER = Rows.of(PoolKey.class);
    // A key whose account is not known yet is told by another topic, and was checked when it was added.
    private static final String SELECT = """
            select k.*, coalesce(a.state, 'active') = 'active' as account_active
            from pool_key k left join pool_account a using (workspace_id, account_id)
            """;

    private PoolKeyStore() {}

    /** Keeps the newer of what is there and what is given. */
    public static void put(Handle handle, KeyView view) {
        handle.createUpdate("""
                        insert into pool_key (workspace_id, key_id, account_id, provider, name, state, models, tags,
                                              direct_allowed, secret_version, endpoint, reason, version)
                        values (:workspaceId, :keyId, :accountId, :provider, :name, :state, :modelNames, :tagNames,
                                :directAllowed, :secretVersion, :endpointText, :reason, :version)
                        on conflict (workspace_id, key_id) do update
                        set account_id = excluded.account_id, provider = excluded.provider, name = excluded.name,
                            state = excluded.state, models = excluded.models, tags = excluded.tags,
                            direct_allowed = excluded.direct_allowed, secret_version = excluded.secret_version,
                            endpoint = excluded.endpoint, reason = excluded.reason,
                            version = excluded.version
                        where pool_key.version < excluded.version
                        """)
                .bindMethods(view)
                .bindArray("modelNames", String.class, view.models())
                .bindArray("tagNames", String.class, view.tags())
                .bind(
                        "endpointText",
                        view.endpoint() == null ? null : view.endpoint().toString())
                .execute();
    }

    /** Keeps the newer of what is there and what is given. */
    public static void put(Handle handle, AccountView view) {
        handle.createUpdate("""
                        insert into pool_account (workspace_id, account_id, state, version)
                        values (:workspaceId, :accountId, :state, :version)
                        on conflict (workspace_id, account_id) do update
                        set state = excluded.state, version = excluded.version
                        where pool_account.version < excluded.version
                        """).bindMethods(view).execute();
    }

    public static Optional<PoolKey> find(Handle handle, UUID workspaceId, UUID keyId) {
        return handle.createQuery(SELECT + "where k.workspace_id = :workspaceId and k.key_id = :keyId")
                .bind("workspaceId", workspaceId)
                .bind("keyId", keyId)
                .map(MAPPER)
                .findOne();
    }

    /** Every key of a provider in a workspace, whatever its state. */
    public static List<PoolKey> list(Handle handle, UUID workspaceId, String provider) {
        return handle.createQuery(SELECT + "where k.workspace_id = :workspaceId and k.provider = :provider")
                .bind("workspaceId", workspaceId)
                .bind("provider", provider)
                .map(MAPPER)
                .list();
    }

    /**
     * Keeps keys as they are to the end of the transaction, so that no lease is given a key that is being revoked.
     *
     * @param keys of one workspace
     * @return those that still are as they were, and active
     */
    public static Set<PoolKey> pin(Handle handle, UUID workspaceId, Collection<PoolKey> keys) {
        Set<UUID> same = handle.createQuery("""
                        select key_id from pool_key
                        where workspace_id = :workspaceId and state = 'active'
                          and (key_id, version) in (select * from unnest(:keyIds, :versions))
                        order by key_id for share
                        """)
                .bind("workspaceId", workspaceId)
                .bindArray(
                        "keyIds", UUID.class, keys.stream().map(PoolKey::keyId).toList())
                .bindArray(
                        "versions",
                        Long.class,
                        keys.stream().map(PoolKey::version).toList())
                .mapTo(UUID.class)
                .collect(Collectors.toSet());
        return keys.stream().filter(key -> same.contains(key.keyId())).collect(Collectors.toSet());
    }
}

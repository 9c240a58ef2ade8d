package io.leasehold.collector.account;

import io.leasehold.contracts.event.AccountView;
import io.leasehold.kit.database.Rows;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/** The table {@code account}. */
public final class AccountStore {
    private static final RowMapper<Account> ACCOUNT = Rows.of(Account.class);
    private static final String SELECT =
            "select workspace_id, account_id, provider, name, endpoint, state, credential_version from account";

    private AccountStore() {}

    /** @return whether this is news; an older version changes nothing */
    public static boolean put(Handle handle, AccountView account) {
        return handle.createUpdate("""
                        insert into account (workspace_id, account_id, provider, name, endpoint, state, credential_version,
                                             version)
                        values (:workspaceId, :accountId, :provider, :name, :endpoint, :state, :credentialVersion, :version)
                        on conflict (workspace_id, account_id) do update
                        set name = excluded.name, endpoint = excluded.endpoint, state = excluded.state,
                            credential_version = excluded.credential_version, version = excluded.version
                        where account.version < excluded.version
                        """)
                        .bindMethods(account)
                        .bind(
                                "endpoint",
                                account.endpoint() == null
                                        ? null
                                        : account.endpoint().toString())
                        .execute()
                == 1;
    }

    public static Optional<Account> find(Handle handle, UUID workspaceId, UUID accountId) {
        return handle.createQuery(SELECT + " where workspace_id = :workspaceId and account_id = :accountId")
                .bind("workspaceId", workspaceId)
                .bind("accountId", accountId)
                .map(ACCOUNT)
                .findOne();
    }

    public static List<Account> list(Handle handle, UUID workspaceId) {
        return handle.createQuery(SELECT + " where workspace_id = :workspaceId order by provider, name, account_id")
                .bind("workspaceId", workspaceId)
                .map(ACCOUNT)
                .list();
    }
}

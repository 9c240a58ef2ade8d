package io.leasehold.key.account;

import io.leasehold.kit.database.Rows;
import io.leasehold.kit.page.PageRequest;
import io.leasehold.kit.problem.NotFoundProblem;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/** The table {@code provider_account}. */
public final class AccountStore {
    private static final RowMapper<Account> ACCOUNT = Rows.of(Account.class);

    private AccountStore() {}

    /** @return false when the name is taken */
    static boolean add(Handle handle, Account account) {
        return handle.createUpdate("""
                        insert into provider_account (workspace_id, account_id, provider, name, endpoint, state, capabilities,
                                                      credential_version, credential_masked, version, created_at, changed_at)
                        values (:workspaceId, :accountId, :provider, :name, :endpoint, :state, :capabilities,
                                :credentialVersion, :credentialMasked, :version, :createdAt, :changedAt)
                        on conflict (workspace_id, name) do nothing
                        """)
                        .bindMethods(account)
                        .bindArray("capabilities", String.class, account.capabilities())
                        .execute()
                == 1;
    }

    public static Optional<Account> find(Handle handle, UUID workspaceId, UUID accountId) {
        return handle.createQuery("""
                        select * from provider_account where workspace_id = :workspaceId and account_id = :accountId
                        """)
                .bind("workspaceId", workspaceId)
                .bind("accountId", accountId)
                .map(ACCOUNT)
                .findOne();
    }

    /** @throws NotFoundProblem where the workspace has none with that id */
    public static Account get(Handle handle, UUID workspaceId, UUID accountId) {
        return find(handle, workspaceId, accountId)
                .orElseThrow(() -> new NotFoundProblem("provider account", accountId));
    }

    static boolean nameIsTaken(Handle handle, UUID workspaceId, String name) {
        return handle.createQuery("""
                        select exists (select from provider_account where workspace_id = :workspaceId and name = :name)
                        """)
                .bind("workspaceId", workspaceId)
                .bind("name", name)
                .mapTo(Boolean.class)
                .one();
    }

    /** Newest first, one more than a page. */
    static List<Account> list(Handle handle, UUID workspaceId, PageRequest page) {
        return handle.createQuery("""
                        select * from provider_account
                        where workspace_id = :workspaceId and (cast(:before as uuid) is null or account_id < :before)
                        order by account_id desc limit :limit
                        """)
                .bind("workspaceId", workspaceId)
                .bind("before", page.positionId().orElse(null))
                .bind("limit", page.oneMore())
                .map(ACCOUNT)
                .list();
    }
}

package io.leasehold.key.account;

import io.leasehold.contracts.KeyState;
import io.leasehold.key.Unique;
import io.leasehold.kit.database.Rows;
import io.leasehold.kit.page.PageRequest;
import io.leasehold.kit.problem.ConflictProblem;
import io.leasehold.kit.problem.NotFoundProblem;
import java.time.Instant;
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

    /**
     * As it stands; until the transaction ends, nobody changes it. Others may look at it so, too.
     *
     * @throws NotFoundProblem where the workspace has none with that id
     */
    public static Account getShared(Handle handle, UUID workspaceId, UUID accountId) {
        return locked(handle, workspaceId, accountId, "for share");
    }

    /** As it stands, for whoever changes it in this transaction. */
    static Account lock(Handle handle, UUID workspaceId, UUID accountId) {
        return locked(handle, workspaceId, accountId, "for update");
    }

    private static Account locked(Handle handle, UUID workspaceId, UUID accountId, String lock) {
        return handle.createQuery(
                        "select * from provider_account where workspace_id = :workspaceId and account_id = :accountId "
                                + lock)
                .bind("workspaceId", workspaceId)
                .bind("accountId", accountId)
                .map(ACCOUNT)
                .findOne()
                .orElseThrow(() -> new NotFoundProblem("provider account", accountId));
    }

    /**
     * Writes what may change of an account, and raises its version.
     *
     * @throws ConflictProblem when its name is taken
     */
    static Account update(Handle handle, Account changed, Instant now) {
        Unique.write(
                () -> handle.createUpdate("""
                                update provider_account
                                set name = :name, endpoint = :endpoint, state = :state,
                                    credential_version = :credentialVersion, credential_masked = :credentialMasked,
                                    capabilities = :capabilities, version = version + 1, changed_at = :now
                                where workspace_id = :workspaceId and account_id = :accountId
                                """)
                        .bindMethods(changed)
                        .bindArray("capabilities", String.class, changed.capabilities())
                        .bind("now", now)
                        .execute(),
                () -> AccountChanges.nameTaken(changed.name()));
        return get(handle, changed.workspaceId(), changed.accountId());
    }

    /** Accounts whose admin credential is still to be destroyed. */
    static List<Account> listDeletedWithCredential(Handle handle, int limit) {
        return handle.createQuery("""
                        select * from provider_account where state = 'deleted' and credential_version is not null
                        limit :limit
                        """).bind("limit", limit).map(ACCOUNT).list();
    }

    /** The names of the account's keys that are in any of these states; a look into the table of {@code apikey}. */
    static List<String> namesOfKeys(Handle handle, Account account, List<KeyState> states, int limit) {
        return handle.createQuery("""
                        select name from api_key
                        where workspace_id = :workspaceId and account_id = :accountId and state = any(:states)
                        order by name limit :limit
                        """)
                .bind("workspaceId", account.workspaceId())
                .bind("accountId", account.accountId())
                .bindArray(
                        "states",
                        String.class,
                        states.stream().map(KeyState::wireName).toList())
                .bind("limit", limit)
                .mapTo(String.class)
                .list();
    }

    /** A look into the tables {@code key_creation} of {@code apikey} and {@code rotation}. */
    static boolean hasUnfinishedKey(Handle handle, Account account) {
        return handle.createQuery("""
                        select exists (select from key_creation
                                       where workspace_id = :workspaceId and account_id = :accountId)
                            or exists (select from rotation join api_key using (workspace_id, key_id)
                                       where workspace_id = :workspaceId and account_id = :accountId
                                         and finished_at is null)
                        """)
                .bind("workspaceId", account.workspaceId())
                .bind("accountId", account.accountId())
                .mapTo(Boolean.class)
                .one();
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
                        where workspace_id = :workspaceId and state <> 'deleted' and (cast(:before as uuid) is null or account_id < :before)
                        order by account_id desc limit :limit
                        """)
                .bind("workspaceId", workspaceId)
                .bind("before", page.positionId().orElse(null))
                .bind("limit", page.oneMore())
                .map(ACCOUNT)
                .list();
    }
}

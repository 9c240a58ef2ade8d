package io.leasehold.key.apikey;

import io.leasehold.contracts.KeyState;
import io.leasehold.contracts.ProblemType;
import io.leasehold.key.EntityName;
import io.leasehold.kit.database.Rows;
import io.leasehold.kit.page.PageRequest;
import io.leasehold.kit.problem.ConflictProblem;
import io.leasehold.kit.problem.NotFoundProblem;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jspecify.annotations.Nullable;

/** The table {@code api_key}. Every change raises the key's version under its row's lock, which lasts to the commit. */
public final class ApiKeyStore {
    private static final RowMapper<ApiKey> KEY = Rows.of(ApiKey.class);

    private static final String UNIQUE_VIOLATION = "23505";

    private static final String SELECT = """
            select k.*, a.name as account_name, a.endpoint
            from api_key k join provider_account a using (workspace_id, account_id)
            where workspace_id = :workspaceId
            """;

    private ApiKeyStore() {}

    /** @return false when the name, the secret or the provider's id is in the pool already */
    static boolean add(Handle handle, NewKey key, int secretVersion) {
        return handle.createUpdate("""
                        insert into api_key (workspace_id, key_id, account_id, provider, name, state, masked, last4,
                                             fingerprint, provider_key_id, binding_candidate, secret_version,
                                             direct_allowed, models, tags, version, created_at, changed_at, verified_at)
                        values (:workspaceId, :keyId, :accountId, :provider, :name, 'active', :masked, :last4,
                                :fingerprint, :providerKeyId, :candidate, :secretVersion,
                                false, :models, :tags, 1, :createdAt, :createdAt, :verifiedAt)
                        on conflict do nothing
                        """)
                        .bindMethods(key)
                        .bindMethods(key.binding())
                        .bindArray("models", String.class, key.models())
                        .bindArray("tags", String.class, key.tags())
                        .bind("secretVersion", secretVersion)
                        .execute()
                == 1;
    }

    public static Optional<ApiKey> find(Handle handle, UUID workspaceId, UUID keyId) {
        return handle.createQuery(SELECT + " and key_id = :keyId")
                .bind("workspaceId", workspaceId)
                .bind("keyId", keyId)
                .map(KEY)
                .findOne();
    }

    /** @throws NotFoundProblem where the workspace has no such key */
    public static ApiKey get(Handle handle, UUID workspaceId, UUID keyId) {
        return find(handle, workspaceId, keyId).orElseThrow(() -> new NotFoundProblem("key", keyId));
    }

    /** @throws NotFoundProblem where the workspace has no such key */
    public static ApiKey get(Handle handle, UUID workspaceId, String idOrName) {
        return EntityName.asId(idOrName)
                .map(keyId -> find(handle, workspaceId, keyId))
                .orElseGet(() -> findByName(handle, workspaceId, idOrName))
                .orElseThrow(() -> new NotFoundProblem("key", idOrName));
    }

    private static Optional<ApiKey> findByName(Handle handle, UUID workspaceId, String name) {
        return handle.createQuery(SELECT + " and k.name = :name")
                .bind("workspaceId", workspaceId)
                .bind("name", name)
                .map(KEY)
                .findOne();
    }

    /** Also by a key that has ended: its name goes on standing for it in the history. */
    static boolean nameIsTaken(Handle handle, UUID workspaceId, String name) {
        return handle.createQuery("""
                        select exists (select from api_key where workspace_id = :workspaceId and name = :name)
                        """)
                .bind("workspaceId", workspaceId)
                .bind("name", name)
                .mapTo(Boolean.class)
                .one();
    }

    /** The name of the key in the pool that has this secret. */
    static Optional<String> nameOfSecret(Handle handle, UUID workspaceId, byte[] fingerprint) {
        return handle.createQuery("""
                        select name from api_key
                        where workspace_id = :workspaceId and fingerprint = :fingerprint and state <> 'revoked'
                        """)
                .bind("workspaceId", workspaceId)
                .bind("fingerprint", fingerprint)
                .mapTo(String.class)
                .findOne();
    }

    /** The name of the key in the pool that is bound to the provider's id. */
    static Optional<String> nameOfBound(Handle handle, UUID workspaceId, UUID accountId, String providerKeyId) {
        return handle.createQuery("""
                        select name from api_key
                        where workspace_id = :workspaceId and account_id = :accountId
                          and provider_key_id = :providerKeyId and state <> 'revoked'
                        """)
                .bind("workspaceId", workspaceId)
                .bind("accountId", accountId)
                .bind("providerKeyId", providerKeyId)
                .mapTo(String.class)
                .findOne();
    }

    /** Newest first, one more than a page. */
    static List<ApiKey> list(Handle handle, UUID workspaceId, KeyFilter filter, PageRequest page) {
        return handle.createQuery(SELECT + """
                         and (cast(:before as uuid) is null or k.key_id < :before)
                         and (cast(:state as text) is null or k.state = :state)
                         and (cast(:provider as text) is null or k.provider = :provider)
                         and (cast(:text as text) is null
                              or strpos(lower(k.name || ' ' || k.last4 || ' ' || array_to_string(k.tags, ' ')), lower(:text)) > 0)
                        order by k.key_id desc limit :limit
                        """)
                .bind("workspaceId", workspaceId)
                .bind("before", page.positionId().orElse(null))
                .bind("state", filter.state())
                .bind("provider", filter.provider())
                .bind("text", filter.text())
                .bind("limit", page.oneMore())
                .map(KEY)
                .list();
    }

    /** @throws ConflictProblem when another key was bound to it a moment ago */
    static void bind(Handle handle, UUID workspaceId, UUID keyId, String providerKeyId, Instant now) {
        try {
            handle.createUpdate("""
                            update api_key
                            set provider_key_id = :providerKeyId, binding_candidate = null, version = version + 1,
                                changed_at = :now
                            where workspace_id = :workspaceId and key_id = :keyId
                            """)
                    .bind("providerKeyId", providerKeyId)
                    .bind("now", now)
                    .bind("workspaceId", workspaceId)
                    .bind("keyId", keyId)
                    .execute();
        } catch (UnableToExecuteStatementException refused) {
            if (refused.getCause() instanceof SQLException cause && UNIQUE_VIOLATION.equals(cause.getSQLState())) {
                throw new ConflictProblem(
                        ProblemType.CONFLICT,
                        "Another key is bound to '" + providerKeyId + "' at the provider already.");
            }
            throw refused;
        }
    }

    static void verified(Handle handle, UUID workspaceId, UUID keyId, Instant now) {
        handle.createUpdate("""
                        update api_key set verified_at = :now, version = version + 1, changed_at = :now
                        where workspace_id = :workspaceId and key_id = :keyId
                        """)
                .bind("now", now)
                .bind("workspaceId", workspaceId)
                .bind("keyId", keyId)
                .execute();
    }

    /** @return false when it is in that state, for that reason, already; or revoked, which is for ever */
    static boolean changeState(
            Handle handle, UUID workspaceId, UUID keyId, KeyState state, @Nullable String reason, Instant now) {
        return handle.createUpdate("""
                        update api_key
                        set state = :state, reason = :reason, version = version + 1, changed_at = :now,
                            secret_version = case when :state = 'revoked' then null else secret_version end
                        where workspace_id = :workspaceId and key_id = :keyId
                          and state <> 'revoked' and (state <> :state or reason is distinct from :reason)
                        """)
                        .bind("state", state)
                        .bind("reason", reason)
                        .bind("now", now)
                        .bind("workspaceId", workspaceId)
                        .bind("keyId", keyId)
                        .execute()
                == 1;
    }
}

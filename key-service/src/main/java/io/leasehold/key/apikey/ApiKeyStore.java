package io.leasehold.key.apikey;

import io.leasehold.contracts.KeyState;
import io.leasehold.contracts.ProblemType;
import io.leasehold.contracts.RevocationOutcome;
import io.leasehold.key.EntityName;
import io.leasehold.key.Unique;
import io.leasehold.kit.database.Rows;
import io.leasehold.kit.problem.ConflictProblem;
import io.leasehold.kit.problem.NotFoundProblem;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;

/** The table {@code api_key}. Every change raises the key's version under its row's lock, which lasts to the commit. */
public final class ApiKeyStore {
    private static final RowMapper<ApiKey> KEY = Rows.of(ApiKey.class);

    private static final String SELECT = """
            select k.*, a.name as account_name, a.endpoint
            from api_key k join provider_account a using (workspace_id, account_id)
            where workspace_id = :workspaceId
            """;

    private static final String NAME_IS_TAKEN =
            "select exists (select from api_key where workspace_id = :workspaceId and name = :name)";

    private static final String NAME_OF_SECRET = """
            select name from api_key
            where workspace_id = :workspaceId and fingerprint = :fingerprint and state <> 'revoked'
            union all
            select name from key_secret s join api_key using (workspace_id, key_id)
            where workspace_id = :workspaceId and s.fingerprint = :fingerprint
            limit 1
            """;

    private static final String NAME_OF_BOUND = """
            select name from api_key
            where workspace_id = :workspaceId and account_id = :accountId
              and provider_key_id = :providerKeyId and state <> 'revoked'
            union all
            select name from key_secret s join api_key using (workspace_id, key_id)
            where workspace_id = :workspaceId and account_id = :accountId
              and s.provider_key_id = :providerKeyId
            limit 1
            """;

    private ApiKeyStore() {}

    /** @return empty when the name, the secret or the provider's id is in the pool already */
    static Optional<ApiKey> add(Handle handle, NewKey key, int secretVersion) {
        return handle.createQuery("""
                        with added as (
                            insert into api_key (workspace_id, key_id, account_id, provider, name, state, masked, last4,
                                                 fingerprint, provider_key_id, binding_candidate, secret_version,
                                                 direct_allowed, rotate_after_direct, label, models, tags, version, created_at, changed_at,
                                                 verified_at, expires_at)
                            values (:workspaceId, :keyId, :accountId, :provider, :name, 'active', :masked, :last4,
                                    :fingerprint, :providerKeyId, :candidate, :secretVersion,
                                    :directAllowed, :rotateAfterDirect, :label, :models, :tags, 1, :createdAt, :createdAt, :verifiedAt, :expiresAt)
                            on conflict do nothing
                            returning *)
                        select added.*, a.name as account_name, a.endpoint
                        from added join provider_account a using (workspace_id, account_id)
                        """)
                .bindMethods(key)
                .bindMethods(key.binding())
                .bindArray("models", String.class, key.models())
                .bindArray("tags", String.class, key.tags())
                .bind("secretVersion", secretVersion)
                .map(KEY)
                .findOne();
    }

    /**
     * What of a key that is to be added is in the pool already.
     *
     * @param sameSecret the name of the key that has its secret, served or not
     * @param sameAtProvider the name of the key that is bound to its id at the provider
     */
    record Clash(
            boolean nameIsTaken,
            @Nullable String sameSecret,
            @Nullable String sameAtProvider) {}

    /** Asked all at once, as it is asked for every key that is added. */
    static Clash clash(Handle handle, NewKey key) {
        return handle.createQuery("select (" + NAME_IS_TAKEN + ") as name_is_taken, (" + NAME_OF_SECRET
                        + ") as same_secret, (" + NAME_OF_BOUND + ") as same_at_provider")
                .bind("workspaceId", key.workspaceId())
                .bind("name", key.name())
                .bind("fingerprint", key.fingerprint())
                .bind("accountId", key.accountId())
                .bind("providerKeyId", key.binding().providerKeyId())
                .map(Rows.of(Clash.class))
                .one();
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
        return handle.createQuery(NAME_IS_TAKEN)
                .bind("workspaceId", workspaceId)
                .bind("name", name)
                .mapTo(Boolean.class)
                .one();
    }

    /** The key with this secret, served or not: the one in the pool, else the one that ended last. */
    static Optional<ApiKey> findBySecret(Handle handle, UUID workspaceId, byte[] fingerprint) {
        return handle.createQuery(SELECT + """
                         and (k.fingerprint = :fingerprint
                              or k.key_id in (select s.key_id from key_secret s
                                              where s.workspace_id = :workspaceId and s.fingerprint = :fingerprint))
                        order by k.state = 'revoked', k.changed_at desc limit 1
                        """)
                .bind("workspaceId", workspaceId)
                .bind("fingerprint", fingerprint)
                .map(KEY)
                .findOne();
    }

    /** The name of the key in the pool that has this secret. */
    static Optional<String> nameOfSecret(Handle handle, UUID workspaceId, byte[] fingerprint) {
        return handle.createQuery(NAME_OF_SECRET)
                .bind("workspaceId", workspaceId)
                .bind("fingerprint", fingerprint)
                .mapTo(String.class)
                .findOne();
    }

    /** The name of the key in the pool that is bound to the provider's id. */
    static Optional<String> nameOfBound(Handle handle, UUID workspaceId, UUID accountId, String providerKeyId) {
        return handle.createQuery(NAME_OF_BOUND)
                .bind("workspaceId", workspaceId)
                .bind("accountId", accountId)
                .bind("providerKeyId", providerKeyId)
                .mapTo(String.class)
                .findOne();
    }

    /**
     * The key as it stands, which nobody else changes until the transaction ends.
     *
     * @throws NotFoundProblem where the workspace has no such key
     */
    public static ApiKey lock(Handle handle, UUID workspaceId, UUID keyId) {
        return handle.createQuery(SELECT + " and key_id = :keyId for update of k")
                .bind("workspaceId", workspaceId)
                .bind("keyId", keyId)
                .map(KEY)
                .findOne()
                .orElseThrow(() -> new NotFoundProblem("key", keyId));
    }

    /** @throws ConflictProblem when its name is taken */
    static void describe(Handle handle, ApiKey changed, Instant now) {
        Unique.write(
                () -> handle.createUpdate("""
                                update api_key
                                set name = :name, label = :label, models = :models, tags = :tags,
                                    direct_allowed = :directAllowed, rotate_after_direct = :rotateAfterDirect, version = version + 1, changed_at = :now
                                where workspace_id = :workspaceId and key_id = :keyId
                                """)
                        .bind("name", changed.name())
                        .bind("label", changed.label())
                        .bindArray("models", String.class, changed.models())
                        .bindArray("tags", String.class, changed.tags())
                        .bind("directAllowed", changed.directAllowed())
                        .bind("rotateAfterDirect", changed.rotateAfterDirect())
                        .bind("now", now)
                        .bind("workspaceId", changed.workspaceId())
                        .bind("keyId", changed.keyId())
                        .execute(),
                () -> PoolCheck.nameTaken(changed.name()));
    }

    /** @throws ConflictProblem when another key was bound to it a moment ago */
    static void bind(Handle handle, UUID workspaceId, UUID keyId, String providerKeyId, Instant now) {
        Unique.write(
                () -> handle.createUpdate("""
                                update api_key
                                set provider_key_id = :providerKeyId, binding_candidate = null, version = version + 1,
                                    changed_at = :now
                                where workspace_id = :workspaceId and key_id = :keyId
                                """)
                        .bind("providerKeyId", providerKeyId)
                        .bind("now", now)
                        .bind("workspaceId", workspaceId)
                        .bind("keyId", keyId)
                        .execute(),
                () -> new ConflictProblem(
                        ProblemType.CONFLICT,
                        "Another key is bound to '" + providerKeyId + "' at the provider already."));
    }

    /**
     * Names another of its secrets.
     *
     * @throws ConflictProblem when another key was bound to the same id a moment ago
     */
    static void serve(Handle handle, KeySecret secret, Instant now) {
        Unique.write(
                () -> handle.createUpdate("""
                                update api_key
                                set masked = :masked, last4 = :last4, fingerprint = :fingerprint,
                                    provider_key_id = :providerKeyId, binding_candidate = :bindingCandidate,
                                    secret_version = :secretVersion, verified_at = :verifiedAt, expires_at = :expiresAt,
                                    version = version + 1, changed_at = :now
                                where workspace_id = :workspaceId and key_id = :keyId
                                """)
                        .bindMethods(secret)
                        .bind("now", now)
                        .execute(),
                () -> new ConflictProblem(
                        ProblemType.CONFLICT,
                        "Another key has the same secret, or is bound to '" + secret.providerKeyId() + "', already."));
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
            Handle handle,
            UUID workspaceId,
            UUID keyId,
            KeyState state,
            @Nullable String reason,
            @Nullable RevocationOutcome outcome,
            Instant now) {
        return handle.createUpdate("""
                        update api_key
                        set state = :state, reason = :reason, outcome = :outcome, version = version + 1, changed_at = :now,
                            secret_version = case when :state = 'revoked' then null else secret_version end
                        where workspace_id = :workspaceId and key_id = :keyId
                          and state <> 'revoked'
                          and (state, reason, outcome) is distinct from (:state, :reason, :outcome)
                        """)
                        .bind("state", state)
                        .bind("reason", reason)
                        .bind("outcome", outcome)
                        .bind("now", now)
                        .bind("workspaceId", workspaceId)
                        .bind("keyId", keyId)
                        .execute()
                == 1;
    }

    /** @return false when it isn't active: one that is out of use must not come back by draining */
    static boolean drain(Handle handle, UUID workspaceId, UUID keyId, @Nullable String reason, Instant now) {
        return handle.createUpdate("""
                        update api_key
                        set state = 'draining', reason = :reason, version = version + 1, changed_at = :now
                        where workspace_id = :workspaceId and key_id = :keyId and state = 'active'
                        """)
                        .bind("reason", reason)
                        .bind("now", now)
                        .bind("workspaceId", workspaceId)
                        .bind("keyId", keyId)
                        .execute()
                == 1;
    }
}

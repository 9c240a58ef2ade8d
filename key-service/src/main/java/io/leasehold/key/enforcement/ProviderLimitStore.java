package io.leasehold.key.enforcement;

import io.leasehold.key.step.Claims;
import io.leasehold.kit.database.Rows;
import io.leasehold.providers.key.KeyLimit;
import io.leasehold.providers.key.LimitReset;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/** The tables {@code provider_limit} and {@code noted_limit}. */
final class ProviderLimitStore {
    /** By key, as it has one limit there. */
    static final Claims CLAIMS = new Claims("provider_limit", "key_id", "next_attempt_at is not null");

    private static final RowMapper<ProviderLimit> LIMIT = Rows.of(ProviderLimit.class);
    private static final String ITS_ROW = " where workspace_id = :workspaceId and key_id = :keyId and fence = :fence";

    private ProviderLimitStore() {}

    /**
     * Makes due what is another than when it was last looked at: the limits that are set here, or the key's id there. What
     * failed waits for its time.
     *
     * @param providers those that have limits per key
     */
    static void makeDue(Handle handle, Collection<String> providers, Instant now, int max) {
        handle.createUpdate("""
                        insert into provider_limit (workspace_id, key_id, limits_version, next_attempt_at)
                        select k.workspace_id, k.key_id, 0, cast(:now as timestamptz)
                        from spend_limit l
                        join api_key k on k.workspace_id = l.workspace_id and k.key_id = cast(l.scope_id as uuid)
                        join provider_account a on a.workspace_id = k.workspace_id and a.account_id = k.account_id
                        left join provider_limit p on p.workspace_id = k.workspace_id and p.key_id = k.key_id
                        where l.scope = 'key' and a.provider = any(:providers)
                          and k.state in ('active', 'disabled', 'draining')
                          and (p.key_id is null
                               or (p.attempts = 0 and (p.next_attempt_at is null or p.next_attempt_at > :now)
                                   and (p.limits_version < l.version
                                        or (p.set_on is distinct from k.provider_key_id and p.set_on is not null))))
                        limit :max
                        on conflict (workspace_id, key_id) do update set next_attempt_at = excluded.next_attempt_at
                        where provider_limit.attempts = 0
                        """)
                .bindArray("providers", String.class, List.copyOf(providers))
                .bind("now", now)
                .bind("max", max)
                .execute();
    }

    /** Takes it up, if it is due and nobody else is at it; from then on nobody else's results are kept. */
    static Optional<ProviderLimit> claim(Handle handle, UUID workspaceId, UUID keyId, Instant now, Instant until) {
        return CLAIMS.claim(handle, workspaceId, keyId, now, until).map(LIMIT).findOne();
    }

    static Optional<ProviderLimit> find(Handle handle, UUID workspaceId, UUID keyId) {
        return handle.createQuery("select * from provider_limit where workspace_id = :workspaceId and key_id = :keyId")
                .bind("workspaceId", workspaceId)
                .bind("keyId", keyId)
                .map(LIMIT)
                .findOne();
    }

    /** What was noted and is not known to be there, or not to be. */
    static List<KeyLimit> listNoted(Handle handle, UUID workspaceId, UUID keyId) {
        return handle.createQuery(
                        "select amount, reset from noted_limit where workspace_id = :workspaceId and key_id = :keyId")
                .bind("workspaceId", workspaceId)
                .bind("keyId", keyId)
                .map((row, context) -> ProviderLimit.limit(row.getBigDecimal("amount"), row.getString("reset")))
                .list();
    }

    /**
     * Notes that the provider is about to be asked for a limit.
     *
     * @return false where somebody else has taken the work up since
     */
    static boolean note(Handle handle, ProviderLimit limit, KeyLimit wanted) {
        boolean held = of(
                                limit,
                                handle.createQuery("select count(*) from (select from provider_limit" + ITS_ROW
                                        + " for update) as held"))
                        .mapTo(Integer.class)
                        .one()
                == 1;
        if (held) {
            withLimit(
                            wanted,
                            handle.createUpdate("insert into noted_limit (workspace_id, key_id, amount, reset)"
                                    + " values (:workspaceId, :keyId, :amount, :reset) on conflict do nothing"))
                    .bind("workspaceId", limit.workspaceId())
                    .bind("keyId", limit.keyId())
                    .execute();
        }
        return held;
    }

    /**
     * It is there as it is here.
     *
     * @return false where somebody else has taken the work up since
     */
    static boolean right(Handle handle, ProviderLimit limit, long version, @Nullable Instant nextAttemptAt) {
        return of(limit, handle.createUpdate("""
                                update provider_limit
                                set limits_version = :version, message = null, attempts = 0,
                                    next_attempt_at = :nextAttemptAt, claimed_until = null
                                """ + ITS_ROW))
                        .bind("version", version)
                        .bind("nextAttemptAt", nextAttemptAt)
                        .execute()
                == 1;
    }

    /**
     * The provider has set it, so that nothing that was noted is there.
     *
     * @param setOn null where there is no limit any more
     */
    static void set(Handle handle, ProviderLimit limit, @Nullable String setOn, KeyLimit now, Instant at) {
        withLimit(
                        now,
                        of(
                                limit,
                                handle.createUpdate(
                                        "update provider_limit set set_on = :setOn, amount = :amount, reset = :reset, set_at = :at"
                                                + ITS_ROW)))
                .bind("setOn", setOn)
                .bind("at", at)
                .execute();
        handle.createUpdate("delete from noted_limit where workspace_id = :workspaceId and key_id = :keyId")
                .bind("workspaceId", limit.workspaceId())
                .bind("keyId", limit.keyId())
                .execute();
    }

    /** @return false where somebody else has taken the work up since */
    static boolean failed(
            Handle handle, ProviderLimit limit, long version, String message, int attempts, Instant nextAttemptAt) {
        return of(limit, handle.createUpdate("""
                                update provider_limit
                                set limits_version = :version, message = :message, attempts = :attempts,
                                    next_attempt_at = :nextAttemptAt, claimed_until = null
                                """ + ITS_ROW))
                        .bind("version", version)
                        .bind("message", message)
                        .bind("attempts", attempts)
                        .bind("nextAttemptAt", nextAttemptAt)
                        .execute()
                == 1;
    }

    /** Its key has no use for a limit now; it is looked at anew should that change. */
    static void leave(Handle handle, ProviderLimit limit) {
        of(limit, handle.createUpdate("""
                        update provider_limit
                        set limits_version = 0, message = null, attempts = 0, next_attempt_at = null, claimed_until = null
                        """ + ITS_ROW)).execute();
    }

    private static <S extends SqlStatement<S>> S of(ProviderLimit limit, S statement) {
        return statement
                .bind("workspaceId", limit.workspaceId())
                .bind("keyId", limit.keyId())
                .bind("fence", limit.fence());
    }

    private static <S extends SqlStatement<S>> S withLimit(KeyLimit limit, S statement) {
        LimitReset reset = limit.reset();
        return statement.bind("amount", limit.amount()).bind("reset", reset == null ? null : reset.wireName());
    }
}

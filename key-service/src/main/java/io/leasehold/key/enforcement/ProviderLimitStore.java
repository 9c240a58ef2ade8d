package io.leasehold.key.enforcement;

import io.leasehold.kit.database.Rows;
import io.leasehold.providers.key.KeyLimit;
import io.leasehold.providers.key.LimitReset;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The table {@code provider_limit}. */
final class ProviderLimitStore {
    private ProviderLimitStore() {}

    record Due(UUID workspaceId, UUID keyId) {}

    /**
     * Keys whose limits are others than when they were last looked at, or whose time has come.
     *
     * @param providers those that have limits per key
     */
    static List<Due> listDue(Handle handle, Collection<String> providers, Instant now, int max) {
        return handle.createQuery("""
                        select k.workspace_id, k.key_id
                        from spend_limit l
                        join api_key k on k.workspace_id = l.workspace_id and k.key_id = cast(l.scope_id as uuid)
                        join provider_account a on a.workspace_id = k.workspace_id and a.account_id = k.account_id
                        left join provider_limit p on p.workspace_id = k.workspace_id and p.key_id = k.key_id
                        where l.scope = 'key' and a.provider = any(:providers)
                          and k.state in ('active', 'disabled', 'draining')
                          and (p.claimed_until is null or p.claimed_until <= :now)
                          and (p.key_id is null or p.next_look_at <= :now
                               or (p.failures = 0 and p.limits_version < l.version)
                               or (p.failures = 0 and p.set_on is distinct from k.provider_key_id and p.set_on is not null))
                        limit :max
                        """)
                .bindArray("providers", String.class, List.copyOf(providers))
                .bind("now", now)
                .bind("max", max)
                .map(Rows.of(Due.class))
                .list();
    }

    /** @return what is known of it, for whoever has it alone until then; empty where somebody else has */
    static Optional<ProviderLimit> claim(Handle handle, Due due, Instant now, Instant until) {
        return handle.createQuery("""
                        insert into provider_limit (workspace_id, key_id, limits_version, claimed_until)
                        values (:workspaceId, :keyId, 0, :until)
                        on conflict (workspace_id, key_id) do update set claimed_until = excluded.claimed_until
                        where provider_limit.claimed_until is null or provider_limit.claimed_until <= :now
                        returning *
                        """)
                .bind("workspaceId", due.workspaceId())
                .bind("keyId", due.keyId())
                .bind("until", until)
                .bind("now", now)
                .map(Rows.of(ProviderLimit.class))
                .findOne();
    }

    static Optional<ProviderLimit> find(Handle handle, UUID workspaceId, UUID keyId) {
        return handle.createQuery("select * from provider_limit where workspace_id = :workspaceId and key_id = :keyId")
                .bind("workspaceId", workspaceId)
                .bind("keyId", keyId)
                .map(Rows.of(ProviderLimit.class))
                .findOne();
    }

    /** It is there as it is here. */
    static void right(Handle handle, ProviderLimit limit, long version, @Nullable Instant nextLookAt) {
        handle.createUpdate("""
                        update provider_limit
                        set limits_version = :version, message = null, failures = 0, next_look_at = :nextLookAt,
                            claimed_until = null
                        where workspace_id = :workspaceId and key_id = :keyId
                        """)
                .bind("workspaceId", limit.workspaceId())
                .bind("keyId", limit.keyId())
                .bind("version", version)
                .bind("nextLookAt", nextLookAt)
                .execute();
    }

    /** @param setOn null where there is no limit any more */
    static void set(Handle handle, ProviderLimit limit, @Nullable String setOn, KeyLimit now, Instant at) {
        LimitReset reset = now.reset();
        handle.createUpdate("""
                        update provider_limit set set_on = :setOn, amount = :amount, reset = :reset, set_at = :at
                        where workspace_id = :workspaceId and key_id = :keyId
                        """)
                .bind("workspaceId", limit.workspaceId())
                .bind("keyId", limit.keyId())
                .bind("setOn", setOn)
                .bind("amount", now.amount())
                .bind("reset", reset == null ? null : reset.wireName())
                .bind("at", at)
                .execute();
    }

    static void failed(Handle handle, ProviderLimit limit, long version, String message, Instant nextLookAt) {
        handle.createUpdate("""
                        update provider_limit
                        set limits_version = :version, message = :message, failures = failures + 1,
                            next_look_at = :nextLookAt, claimed_until = null
                        where workspace_id = :workspaceId and key_id = :keyId
                        """)
                .bind("workspaceId", limit.workspaceId())
                .bind("keyId", limit.keyId())
                .bind("version", version)
                .bind("message", message)
                .bind("nextLookAt", nextLookAt)
                .execute();
    }
}

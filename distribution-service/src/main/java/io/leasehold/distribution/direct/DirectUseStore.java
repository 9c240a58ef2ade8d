package io.leasehold.distribution.direct;

import io.leasehold.kit.database.Rows;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** The table {@code direct_use}. */
public final class DirectUseStore {
    private static final Duration SELDOM = Duration.ofHours(1);

    private DirectUseStore() {}

    /** Those of the keys that are leased in direct mode no more, for now. */
    public static Set<UUID> stopped(Handle handle, UUID workspaceId, Collection<UUID> keyIds) {
        return handle
                .createQuery("""
                        select key_id from direct_use
                        where workspace_id = :workspaceId and key_id = any(:keyIds) and stopped_at is not null
                        """)
                .bind("workspaceId", workspaceId)
                .bindArray("keyIds", UUID.class, keyIds)
                .mapTo(UUID.class)
                .stream()
                .collect(Collectors.toSet());
    }

    public static boolean isStopped(Handle handle, UUID workspaceId, UUID keyId) {
        return !stopped(handle, workspaceId, Set.of(keyId)).isEmpty();
    }

    static Optional<DirectUse> find(Handle handle, UUID workspaceId, UUID keyId) {
        return handle.createQuery("select * from direct_use where workspace_id = :workspaceId and key_id = :keyId")
                .bind("workspaceId", workspaceId)
                .bind("keyId", keyId)
                .map(Rows.of(DirectUse.class))
                .findOne();
    }

    /**
     * Something new was told of an account's keys. Those whose secret may be given to nodes are looked at from now on; what
     * counts begins with the day of a key's first lease, as nobody had it from us before.
     */
    static void lookSoon(Handle handle, UUID workspaceId, UUID accountId, Instant now) {
        handle.createUpdate("""
                        insert into direct_use (workspace_id, key_id, since, next_look_at)
                        select k.workspace_id, k.key_id,
                               date_trunc('day', least(cast(:now as timestamptz), (select min(l.issued_at) from lease l
                                                              where l.workspace_id = k.workspace_id and l.key_id = k.key_id)),
                                          'UTC'),
                               cast(:now as timestamptz)
                        from pool_key k
                        where k.workspace_id = :workspaceId and k.account_id = :accountId and k.direct_allowed
                          and exists (select from key_bill_day d where d.workspace_id = k.workspace_id and d.key_id = k.key_id)
                        order by k.key_id
                        on conflict (workspace_id, key_id) do update
                        set next_look_at = least(direct_use.next_look_at, excluded.next_look_at)
                        """)
                .bind("workspaceId", workspaceId)
                .bind("accountId", accountId)
                .bind("now", now)
                .execute();
    }

    record Due(UUID workspaceId, UUID keyId) {}

    /** Keys that are due, which nobody else looks at before the next time; that is an hour for one that is out of the pool. */
    static List<Due> claimDue(Handle handle, Instant now, Instant next, int max) {
        return handle.createQuery("""
                        update direct_use u
                        set next_look_at = case when k.state in ('revoked', 'retired') then cast(:seldom as timestamptz)
                                                else cast(:next as timestamptz) end
                        from (select workspace_id, key_id from direct_use where next_look_at <= :now
                              order by next_look_at limit :max for update skip locked) due
                        join pool_key k using (workspace_id, key_id)
                        where u.workspace_id = due.workspace_id and u.key_id = due.key_id
                        returning u.workspace_id, u.key_id
                        """)
                .bind("now", now)
                .bind("next", next)
                .bind("seldom", now.plus(SELDOM))
                .bind("max", max)
                .map(Rows.of(Due.class))
                .list();
    }

    static DirectUse lock(Handle handle, Due due) {
        return handle.createQuery("""
                        select * from direct_use where workspace_id = :workspaceId and key_id = :keyId for update
                        """)
                .bind("workspaceId", due.workspaceId())
                .bind("keyId", due.keyId())
                .map(Rows.of(DirectUse.class))
                .one();
    }

    static void save(Handle handle, DirectUse use) {
        handle.createUpdate("""
                        update direct_use
                        set stopped_at = :stoppedAt, exposed = :exposed, period = :periodName, window_end = :windowEnd,
                            limit_amount = :limitAmount, used = :used, version = :version
                        where workspace_id = :workspaceId and key_id = :keyId
                        """)
                .bindMethods(use)
                .bind("periodName", use.period() == null ? null : use.period().wireName())
                .execute();
    }

    /**
     * Who was given a key's secret.
     *
     * @param handedOut whether any node ever was
     * @param exposed whether one was given the secret that it has now, whatever became of its lease
     */
    record Holders(boolean handedOut, boolean exposed) {}

    static Holders holders(Handle handle, UUID workspaceId, UUID keyId) {
        return handle.createQuery("""
                        select exists (select from lease l where l.workspace_id = :workspaceId and l.key_id = :keyId
                                       and l.mode = 'direct') as handed_out,
                               exists (select from pool_key k join lease l using (workspace_id, key_id)
                                       where k.workspace_id = :workspaceId and k.key_id = :keyId and l.mode = 'direct'
                                         and l.secret_version = k.secret_version) as exposed
                        """)
                .bind("workspaceId", workspaceId)
                .bind("keyId", keyId)
                .map(Rows.of(Holders.class))
                .one();
    }
}

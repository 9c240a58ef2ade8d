package io.leasehold.distribution.spend;

import io.leasehold.contracts.hold.WindowKey;
import io.leasehold.kit.database.Rows;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** The tables {@code direct_use} and {@code direct_use_told}. */
final class DirectUseStore {
    private static final String COLUMNS = """
            d.workspace_id, d.key_id, d.from_at as "from", d.to_at as "to", d.charged, d.untold, d.per_second, d.as_of
            """;

    private DirectUseStore() {}

    /** A key that its nodes hold themselves, and that a provider has told something of. */
    record HeldKey(UUID workspaceId, UUID keyId) {}

    static Optional<DirectCharge> find(Handle handle, UUID workspaceId, UUID keyId, Instant from) {
        return handle.createQuery("select " + COLUMNS + """
                        from direct_use d
                        where workspace_id = :workspaceId and key_id = :keyId and from_at = :from
                        """)
                .bind("workspaceId", workspaceId)
                .bind("keyId", keyId)
                .bind("from", from)
                .map(Rows.of(DirectCharge.class))
                .findOne();
    }

    /** In the place of the figure of that day that was known before. */
    static void put(Handle handle, DirectCharge charge) {
        handle.createUpdate("""
                        insert into direct_use (workspace_id, key_id, from_at, to_at, charged, untold, per_second, as_of)
                        values (:workspaceId, :keyId, :from, :to, :charged, :untold, :perSecond, :asOf)
                        on conflict (workspace_id, key_id, from_at) do update
                        set to_at = excluded.to_at, charged = excluded.charged, untold = excluded.untold,
                            per_second = excluded.per_second, as_of = excluded.as_of
                        """).bindMethods(charge).execute();
    }

    /** The keys of an account that nodes may hold. */
    static List<UUID> heldKeys(Handle handle, UUID workspaceId, UUID accountId) {
        return handle.createQuery("""
                        select key_id from pool_key
                        where workspace_id = :workspaceId and account_id = :accountId and direct_allowed order by key_id
                        """)
                .bind("workspaceId", workspaceId)
                .bind("accountId", accountId)
                .mapTo(UUID.class)
                .list();
    }

    /** All figures of the windows' keys since the first of the windows began, and the last one in any case. */
    static List<DirectCharge> list(Handle handle, Collection<Window> windows) {
        Instant since = windows.stream()
                .map(window -> window.key().windowStart())
                .min(Instant::compareTo)
                .orElseThrow();
        return handle.createQuery("select " + COLUMNS + """
                        from unnest(cast(:workspaces as uuid[]), cast(:keys as uuid[])) as k (workspace_id, key_id)
                        join pool_key p using (workspace_id, key_id)
                        join direct_use d using (workspace_id, key_id)
                        where p.direct_allowed
                          and (d.to_at > :since
                               or d.from_at = (select max(from_at) from direct_use l
                                               where l.workspace_id = d.workspace_id and l.key_id = d.key_id))
                        """)
                .bindArray(
                        "workspaces",
                        UUID.class,
                        keys(windows).stream().map(HeldKey::workspaceId).toList())
                .bindArray(
                        "keys",
                        UUID.class,
                        keys(windows).stream().map(HeldKey::keyId).toList())
                .bind("since", since)
                .map(Rows.of(DirectCharge.class))
                .list();
    }

    private static List<HeldKey> keys(Collection<Window> windows) {
        return windows.stream()
                .map(window -> new HeldKey(
                        window.key().workspaceId(), UUID.fromString(window.key().scopeId())))
                .distinct()
                .toList();
    }

    /** What direct leases hold of windows; those without any are left out. */
    static Map<WindowKey, BigDecimal> setAside(Handle handle, Collection<WindowKey> windows) {
        record Row(WindowKey window, BigDecimal amount) {}
        return WindowKeys.bind(
                        handle.createQuery("""
                                select h.workspace_id, h.scope, h.scope_id, h.period, h.window_start,
                                       sum(h.granted - h.settled - h.returned) as amount
                                from %s
                                join hold h using (workspace_id, scope, scope_id, period, window_start)
                                join lease l on l.workspace_id = h.workspace_id and l.lease_id = h.replica
                                where not h.closed and l.mode = 'direct'
                                group by h.workspace_id, h.scope, h.scope_id, h.period, h.window_start
                                """.formatted(WindowKeys.RELATION)),
                        windows.stream().sorted().toList())
                .map((row, context) -> new Row(WindowKeys.read(row), row.getBigDecimal("amount")))
                .list()
                .stream()
                .collect(Collectors.toMap(Row::window, Row::amount));
    }

    /** Across workspaces: keys with figures that nodes hold now. */
    static List<HeldKey> listHeld(Handle handle, Instant now) {
        return handle.createQuery("""
                        select distinct workspace_id, key_id from lease
                        where mode = 'direct' and state in ('active', 'draining') and expires_at > :now
                          and exists (select from direct_use d
                                      where d.workspace_id = lease.workspace_id and d.key_id = lease.key_id)
                        order by workspace_id, key_id
                        """)
                .bind("now", now)
                .map(Rows.of(HeldKey.class))
                .list();
    }

    /** @return whether nobody has told of that window before */
    static boolean claim(Handle handle, WindowKey window) {
        return handle.createUpdate("""
                                insert into direct_use_told (workspace_id, key_id, period, window_start)
                                values (:workspaceId, :keyId, :period, :windowStart)
                                on conflict do nothing
                                """)
                        .bind("workspaceId", window.workspaceId())
                        .bind("keyId", UUID.fromString(window.scopeId()))
                        .bind("period", window.period())
                        .bind("windowStart", window.windowStart())
                        .execute()
                > 0;
    }

    /** The nodes that hold a key. */
    static List<UUID> holders(Handle handle, WindowKey window, Instant now) {
        return handle.createQuery("""
                        select distinct node_id from lease
                        where workspace_id = :workspaceId and key_id = :keyId and mode = 'direct'
                          and state in ('active', 'draining') and expires_at > :now
                        """)
                .bind("workspaceId", window.workspaceId())
                .bind("keyId", UUID.fromString(window.scopeId()))
                .bind("now", now)
                .mapTo(UUID.class)
                .list();
    }
}

package io.leasehold.distribution.hold;

import io.leasehold.contracts.hold.WindowKey;
import io.leasehold.distribution.spend.WindowKeys;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Update;

/** The table {@code hold}. A row is only touched by whoever has locked its window. */
final class HoldStore {
    private HoldStore() {}

    static Map<WindowKey, Map<UUID, Hold>> find(Handle handle, List<WindowKey> windows, Set<UUID> replicas) {
        record Row(WindowKey window, UUID replica, Hold hold) {}
        if (replicas.isEmpty()) {
            return Map.of();
        }
        List<Row> rows = WindowKeys.bind(handle.createQuery("""
                                select h.* from %s
                                join hold h using (workspace_id, scope, scope_id, period, window_start)
                                where h.replica = any(:replicas)
                                """.formatted(WindowKeys.RELATION)), windows)
                .bindArray("replicas", UUID.class, replicas)
                .map((row, context) -> new Row(WindowKeys.read(row), row.getObject("replica", UUID.class), hold(row)))
                .list();
        return rows.stream().collect(Collectors.groupingBy(Row::window, Collectors.toMap(Row::replica, Row::hold)));
    }

    /** Windows of which a replica has an open hold, at most that many. */
    static List<WindowKey> openWindows(Handle handle, UUID replica, int max) {
        return handle.createQuery("""
                        select workspace_id, scope, scope_id, period, window_start from hold
                        where replica = :replica and not closed limit :max
                        """)
                .bind("replica", replica)
                .bind("max", max)
                .map((row, context) -> WindowKeys.read(row))
                .list();
    }

    /** The gateway replicas that are gone, have been silent for that long, and had something of windows that are locked. */
    static Set<UUID> goneReplicas(Handle handle, Collection<WindowKey> windows, Duration silentFor) {
        return WindowKeys.bind(
                        handle.createQuery("""
                                select distinct h.replica from %s
                                join hold h using (workspace_id, scope, scope_id, period, window_start)
                                join replica r using (replica)
                                where h.closed and r.renewed_at <= now() - make_interval(secs => :seconds)
                                """.formatted(WindowKeys.RELATION)),
                        windows.stream().sorted().toList())
                .bind("seconds", silentFor.toSeconds())
                .mapTo(UUID.class)
                .set();
    }

    /**
     * The gateway replicas that are gone, have been silent for that long, and had something of a window only within a time:
     * they or the window began after it began, and they were silent before it ended.
     */
    static Set<UUID> goneWithin(Handle handle, WindowKey window, Instant from, Instant until, Duration silentFor) {
        return handle.createQuery("""
                        select h.replica from hold h
                        join replica r using (replica)
                        where h.workspace_id = :workspaceId and h.scope = :scope and h.scope_id = :scopeId
                          and h.period = :period and h.window_start = :windowStart and h.closed
                          and greatest(r.started_at, h.window_start) >= :from
                          and r.renewed_at + make_interval(secs => :seconds) <= least(now(), cast(:until as timestamptz))
                        """)
                .bindMethods(window)
                .bind("from", from)
                .bind("until", until)
                .bind("seconds", silentFor.toSeconds())
                .mapTo(UUID.class)
                .set();
    }

    /** Whether a key was ever given to a node, so that nobody knows whose the charges of its bill are. */
    static boolean wasGivenToNodes(Handle handle, UUID workspaceId, UUID keyId) {
        return handle.createQuery("""
                        select exists (select from lease
                                       where workspace_id = :workspaceId and key_id = :keyId and mode = 'direct')
                            or exists (select from lease_key_past p
                                       join lease l using (workspace_id, lease_id)
                                       where p.workspace_id = :workspaceId and p.key_id = :keyId and l.mode = 'direct')
                        """)
                .bind("workspaceId", workspaceId)
                .bind("keyId", keyId)
                .mapTo(Boolean.class)
                .one();
    }

    /** The direct leases that have ended and had something of windows that are locked. */
    static Set<UUID> endedLeases(Handle handle, Collection<WindowKey> windows) {
        return WindowKeys.bind(
                        handle.createQuery("""
                                select distinct h.replica from %s
                                join hold h using (workspace_id, scope, scope_id, period, window_start)
                                join lease l on l.workspace_id = h.workspace_id and l.lease_id = h.replica
                                where h.closed
                                """.formatted(WindowKeys.RELATION)),
                        windows.stream().sorted().toList())
                .mapTo(UUID.class)
                .set();
    }

    /** Windows of a key in which something is presumed for itself. */
    static List<WindowKey> windowsOf(Handle handle, UUID workspaceId, UUID keyId) {
        return handle.createQuery("""
                        select workspace_id, scope, scope_id, period, window_start from hold
                        where workspace_id = :workspaceId and scope = 'key' and scope_id = :scopeId and replica = :keyId
                        """)
                .bind("workspaceId", workspaceId)
                .bind("scopeId", keyId.toString())
                .bind("keyId", keyId)
                .map((row, context) -> WindowKeys.read(row))
                .list();
    }

    /** What direct leases that go on hold of windows, beside what is known to be spent of it; those without are left out. */
    static Map<WindowKey, BigDecimal> ofDirectLeases(Handle handle, List<WindowKey> windows) {
        record Row(WindowKey window, BigDecimal amount) {}
        return WindowKeys.bind(handle.createQuery("""
                                select k.workspace_id, k.scope, k.scope_id, k.period, k.window_start,
                                       sum(h.granted - h.settled - h.returned) as amount
                                from %s
                                join hold h using (workspace_id, scope, scope_id, period, window_start)
                                join lease l on l.workspace_id = h.workspace_id and l.lease_id = h.replica
                                where not h.closed and l.mode = 'direct'
                                group by k.workspace_id, k.scope, k.scope_id, k.period, k.window_start
                                """.formatted(WindowKeys.RELATION)), windows)
                .map((row, context) -> new Row(WindowKeys.read(row), row.getBigDecimal("amount")))
                .list()
                .stream()
                .collect(Collectors.toMap(Row::window, Row::amount));
    }

    /** Writes the holds that have changed. One that is closed and has nothing outstanding will never matter again. */
    static void save(Handle handle, Collection<WindowBook> books) {
        Map<Boolean, List<Changed>> changed = books.stream()
                .flatMap(book -> book.changedHolds().stream()
                        .map(replica -> new Changed(book.key(), replica, book.hold(replica))))
                .collect(Collectors.partitioningBy(each -> each.hold.isOver()));
        upsert(handle, changed.getOrDefault(false, List.of()));
        delete(handle, changed.getOrDefault(true, List.of()));
    }

    private record Changed(WindowKey window, UUID replica, Hold hold) {}

    private static void upsert(Handle handle, List<Changed> changed) {
        if (changed.isEmpty()) {
            return;
        }
        Update upsert = WindowKeys.bind(
                        handle.createUpdate("""
                                insert into hold (workspace_id, scope, scope_id, period, window_start, replica, granted,
                                                  settled, returned, returned_told, closed)
                                select k.workspace_id, k.scope, k.scope_id, k.period, k.window_start, h.replica, h.granted,
                                       h.settled, h.returned, h.returned_told, h.closed
                                from %s
                                join unnest(cast(:replicas as uuid[]), cast(:granted as numeric[]),
                                            cast(:settled as numeric[]), cast(:returned as numeric[]),
                                            cast(:returnedTold as numeric[]), cast(:closed as boolean[]))
                                    with ordinality
                                    as h (replica, granted, settled, returned, returned_told, closed, place) using (place)
                                on conflict (workspace_id, scope, scope_id, period, window_start, replica) do update
                                set granted = excluded.granted, settled = excluded.settled, returned = excluded.returned,
                                    returned_told = excluded.returned_told, closed = excluded.closed
                                """.formatted(WindowKeys.RELATION)),
                        changed.stream().map(Changed::window).toList())
                .bindArray(
                        "replicas",
                        UUID.class,
                        changed.stream().map(Changed::replica).toList())
                .bindArray(
                        "closed",
                        String.class,
                        changed.stream()
                                .map(each -> Boolean.toString(each.hold.closed()))
                                .toList());
        bindAmounts(upsert, "granted", changed, Hold::granted);
        bindAmounts(upsert, "settled", changed, Hold::settled);
        bindAmounts(upsert, "returned", changed, Hold::returned);
        bindAmounts(upsert, "returnedTold", changed, Hold::returnedTold);
        upsert.execute();
    }

    private static void bindAmounts(
            Update upsert, String name, List<Changed> changed, Function<Hold, BigDecimal> amount) {
        upsert.bindArray(
                name,
                String.class,
                changed.stream()
                        .map(each -> amount.apply(each.hold).toPlainString())
                        .toList());
    }

    private static void delete(Handle handle, List<Changed> over) {
        if (over.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch("""
                delete from hold
                where workspace_id = :workspaceId and scope = :scope and scope_id = :scopeId and period = :period
                  and window_start = :windowStart and replica = :replica
                """);
        over.forEach(each ->
                batch.bindMethods(each.window).bind("replica", each.replica).add());
        batch.execute();
    }

    /** All holds on windows that are locked and about to be dropped. */
    static void drop(Handle handle, List<WindowKey> windows) {
        WindowKeys.bind(handle.createUpdate("""
                                delete from hold h using %s
                                where (h.workspace_id, h.scope, h.scope_id, h.period, h.window_start)
                                    = (k.workspace_id, k.scope, k.scope_id, k.period, k.window_start)
                                """.formatted(WindowKeys.RELATION)), windows)
                .execute();
    }

    /**
     * Holds on leases that ended before a time, where nothing is outstanding: without their windows' locks, as nothing can
     * happen to them any more.
     *
     * @return how many were dropped, at most that many
     */
    static int dropOfEndedLeases(Handle handle, Instant endedBefore, int max) {
        return handle.createUpdate("""
                        with over as (
                            select h.workspace_id, h.scope, h.scope_id, h.period, h.window_start, h.replica
                            from hold h
                            join lease l on l.workspace_id = h.workspace_id
                                and l.lease_id = case when h.scope = 'lease' then h.scope_id::uuid end
                            where h.scope = 'lease' and h.granted = h.settled + h.returned and l.ended_at < :endedBefore
                            limit :max for update of h skip locked)
                        delete from hold using over
                        where (hold.workspace_id, hold.scope, hold.scope_id, hold.period, hold.window_start, hold.replica)
                            = (over.workspace_id, over.scope, over.scope_id, over.period, over.window_start, over.replica)
                        """)
                .bind("endedBefore", endedBefore)
                .bind("max", max)
                .execute();
    }

    private static Hold hold(ResultSet row) throws SQLException {
        return new Hold(
                row.getBigDecimal("granted"),
                row.getBigDecimal("settled"),
                row.getBigDecimal("returned"),
                row.getBigDecimal("returned_told"),
                row.getBoolean("closed"));
    }
}

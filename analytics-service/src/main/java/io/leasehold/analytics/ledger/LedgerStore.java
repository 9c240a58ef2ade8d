package io.leasehold.analytics.ledger;

import io.leasehold.analytics.bulk.BulkInsert;
import io.leasehold.analytics.bulk.TextArray;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** The tables {@code request} and {@code ledger_position}, as they are written. */
public final class LedgerStore {
    private static final BulkInsert<LedgerEntry> ENTRIES = LedgerTable.replacingLowerRevisions();
    private static final BulkInsert<Position> POSITIONS = BulkInsert.<Position>into("ledger_position")
            .key("workspace_id", "uuid", Position::workspaceId)
            .column("position", "bigint", Position::position)
            .column("changed_at", "timestamptz", Position::changedAt);

    private static final int FETCH = 1_000;

    record Position(UUID workspaceId, long position, Instant changedAt) {}

    private LedgerStore() {}

    /**
     * Locks the ledgers of these workspaces to the end of the transaction, always in the order of their ids.
     *
     * @return how far each has come
     */
    public static Map<UUID, Long> lock(Handle handle, Collection<UUID> workspaceIds, Instant now) {
        return new HashMap<>(handle.createQuery("""
                        insert into ledger_position (workspace_id, position, changed_at)
                        select id, 0, :now from unnest(cast(:ids as uuid[])) as id order by id
                        on conflict (workspace_id) do update set position = ledger_position.position
                        returning workspace_id, position
                        """)
                .bind("ids", TextArray.of(workspaceIds, id -> id))
                .bind("now", now)
                .setMapKeyColumn("workspace_id")
                .setMapValueColumn("position")
                .collectInto(new org.jdbi.v3.core.generic.GenericType<Map<UUID, Long>>() {}));
    }

    static void advance(Handle handle, List<Position> positions) {
        POSITIONS.run(handle, positions);
    }

    /** Those of the requests that are in the ledger already. */
    static Map<RequestKey, Counted> findCounted(Handle handle, Collection<RequestKey> keys) {
        return handle
                .createQuery("select " + Counted.COLUMNS + """
                        from unnest(cast(:workspaces as uuid[]), cast(:ids as uuid[]), cast(:times as timestamptz[]))
                                 as k (workspace_id, request_id, admitted_at)
                        join request r on r.workspace_id = k.workspace_id and r.request_id = k.request_id
                                      and r.admitted_at = k.admitted_at
                        """)
                .bind("workspaces", TextArray.of(keys, RequestKey::workspaceId))
                .bind("ids", TextArray.of(keys, RequestKey::requestId))
                .bind("times", TextArray.of(keys, RequestKey::admittedAt))
                .map(Counted::read)
                .stream()
                .collect(Collectors.toMap(Counted::key, Function.identity()));
    }

    /** Fetched piece by piece; to be closed. */
    static Stream<Counted> streamCounted(Handle handle, UUID workspaceId, Instant from, Instant to) {
        return handle
                .createQuery("select " + Counted.COLUMNS + """
                        from request r
                        where r.workspace_id = :workspaceId and r.admitted_at >= :from and r.admitted_at < :to
                        """)
                .bind("workspaceId", workspaceId)
                .bind("from", from)
                .bind("to", to)
                .setFetchSize(FETCH)
                .map(Counted::read)
                .stream();
    }

    static void put(Handle handle, List<LedgerEntry> entries) {
        ENTRIES.run(handle, entries);
    }
}

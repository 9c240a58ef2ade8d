package io.leasehold.distribution.hold;

import io.leasehold.contracts.hold.WindowKey;
import io.leasehold.distribution.spend.WindowKeys;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

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

    /** The windows of which a replica has an open hold. */
    static List<WindowKey> openWindows(Handle handle, UUID replica) {
        return handle.createQuery("""
                        select workspace_id, scope, scope_id, period, window_start from hold
                        where replica = :replica and not closed
                        """)
                .bind("replica", replica)
                .map((row, context) -> WindowKeys.read(row))
                .list();
    }

    static void save(Handle handle, Collection<WindowBook> books) {
        PreparedBatch batch = handle.prepareBatch("""
                insert into hold (workspace_id, scope, scope_id, period, window_start, replica, granted, settled,
                                  returned, returned_told, closed)
                values (:workspaceId, :scope, :scopeId, :period, :windowStart, :replica, :granted, :settled,
                        :returned, :returnedTold, :closed)
                on conflict (workspace_id, scope, scope_id, period, window_start, replica) do update
                set granted = excluded.granted, settled = excluded.settled, returned = excluded.returned,
                    returned_told = excluded.returned_told, closed = excluded.closed
                """);
        for (WindowBook book : books) {
            for (UUID replica : book.changedHolds()) {
                Hold hold = book.hold(replica);
                batch.bindMethods(book.key())
                        .bind("replica", replica)
                        .bind("granted", hold.granted())
                        .bind("settled", hold.settled())
                        .bind("returned", hold.returned())
                        .bind("returnedTold", hold.returnedTold())
                        .bind("closed", hold.closed())
                        .add();
            }
        }
        if (batch.size() > 0) {
            batch.execute();
        }
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

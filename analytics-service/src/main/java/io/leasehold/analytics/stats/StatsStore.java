package io.leasehold.analytics.stats;

import io.leasehold.analytics.bulk.TextArray;
import io.leasehold.analytics.range.TimeRange;
import io.leasehold.analytics.rollup.LatencySketch;
import io.leasehold.kit.database.Rows;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.generic.GenericType;
import org.jdbi.v3.core.mapper.Nested;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** The cubes, as they are read. */
final class StatsStore {
    private static final RowMapper<Totals> TOTALS = Rows.of(Totals.class);
    private static final int MOST_MARKERS = 500;
    private static final String IN_RANGE = " where workspace_id = :workspaceId and at >= :from and at < :to";

    /**
     * A part of the whole with its name.
     *
     * @param id null for all that has no row of its own
     */
    public record Named(
            @Nullable String id,
            @Nullable String label,
            @Nested Totals totals) {}

    private StatsStore() {}

    static Totals totals(Handle handle, UUID workspaceId, TimeRange range) {
        return query(handle, "select " + Totals.SUMS + " from rollup_total" + IN_RANGE, workspaceId, range)
                .map(TOTALS)
                .one();
    }

    static LatencySketch latency(Handle handle, UUID workspaceId, TimeRange range) {
        String sql = """
                select pair.bucket, sum(pair.tally) as tally
                from rollup_total,
                     lateral (select latency[2 * i - 1] as bucket, latency[2 * i] as tally
                              from generate_series(1, cardinality(latency) / 2) as i) as pair
                """ + IN_RANGE + " group by pair.bucket";
        Map<Integer, Long> counts = query(handle, sql, workspaceId, range)
                .setMapKeyColumn("bucket")
                .setMapValueColumn("tally")
                .collectInto(new GenericType<Map<Integer, Long>>() {});
        return LatencySketch.ofCounts(counts);
    }

    /** @return totals by the number of the part, beginning with 1; parts without requests are missing */
    static Map<Integer, Totals> totalsByPart(
            Handle handle, UUID workspaceId, TimeRange range, List<Instant> beginnings) {
        Map<Integer, Totals> byPart = new HashMap<>();
        query(
                        handle,
                        "select width_bucket(at, cast(cast(:beginnings as text[]) as timestamptz[])) as part, "
                                + Totals.SUMS + " from rollup_total" + IN_RANGE + " group by 1",
                        workspaceId,
                        range)
                .bind("beginnings", TextArray.of(beginnings, at -> at))
                .map((row, context) -> Map.entry(row.getInt("part"), TOTALS.map(row, context)))
                .forEach(part -> byPart.put(part.getKey(), part.getValue()));
        return byPart;
    }

    static List<Named> breakdown(Handle handle, UUID workspaceId, TimeRange range, BreakdownBy by, int limit) {
        return query(handle, by.query(), workspaceId, range)
                .bind("limit", limit)
                .map(Rows.of(Named.class))
                .list();
    }

    /** The newest, as many as a chart can show, in the order in which they joined. */
    static List<TimelineView.Marker> nodesJoined(Handle handle, UUID workspaceId, TimeRange range) {
        return query(handle, """
                        select node_id, name, enrolled_at from node
                        where workspace_id = :workspaceId and enrolled_at >= :from and enrolled_at < :to
                        order by enrolled_at desc, name desc limit :most
                        """, workspaceId, range)
                .bind("most", MOST_MARKERS)
                .map((row, context) -> TimelineView.Marker.nodeJoined(
                        row.getObject("node_id", UUID.class),
                        row.getString("name"),
                        row.getTimestamp("enrolled_at").toInstant()))
                .list()
                .reversed();
    }

    /** When the workspace's last request was taken in. */
    static Optional<Instant> asOf(Handle handle, UUID workspaceId) {
        return handle.createQuery("""
                        select changed_at from ledger_position where workspace_id = :workspaceId and position > 0
                        """)
                .bind("workspaceId", workspaceId)
                .mapTo(Instant.class)
                .findOne();
    }

    private static Query query(Handle handle, String sql, UUID workspaceId, TimeRange range) {
        return handle.createQuery(sql)
                .bind("workspaceId", workspaceId)
                .bind("from", range.from())
                .bind("to", range.to());
    }
}

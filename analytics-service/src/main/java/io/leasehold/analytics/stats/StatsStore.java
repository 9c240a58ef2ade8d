package io.leasehold.analytics.stats;

import io.leasehold.analytics.bulk.TextArray;
import io.leasehold.analytics.range.TimeRange;
import io.leasehold.analytics.rollup.LatencySketch;
import io.leasehold.analytics.visible.VisibleTraffic;
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
    private static final String TOTAL = "rollup_total";
    private static final String BY_DOMAIN = "rollup_domain";

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

    static Totals totals(Handle handle, VisibleTraffic traffic, TimeRange range) {
        return query(handle, "select " + Totals.SUMS + " from " + rowsIn(traffic), traffic, range)
                .map(TOTALS)
                .one();
    }

    static LatencySketch latency(Handle handle, VisibleTraffic traffic, TimeRange range) {
        String sql = """
                select pair.bucket, sum(pair.tally) as tally
                from (select latency from %s) as part,
                     lateral (select latency[2 * i - 1] as bucket, latency[2 * i] as tally
                              from generate_series(1, cardinality(latency) / 2) as i) as pair
                group by pair.bucket
                """.formatted(rowsIn(traffic));
        Map<Integer, Long> counts = query(handle, sql, traffic, range)
                .setMapKeyColumn("bucket")
                .setMapValueColumn("tally")
                .collectInto(new GenericType<Map<Integer, Long>>() {});
        return LatencySketch.ofCounts(counts);
    }

    /** @return totals by the number of the part, beginning with 1; parts without requests are missing */
    static Map<Integer, Totals> totalsByPart(
            Handle handle, VisibleTraffic traffic, TimeRange range, List<Instant> beginnings) {
        Map<Integer, Totals> byPart = new HashMap<>();
        query(
                        handle,
                        "select width_bucket(at, cast(cast(:beginnings as text[]) as timestamptz[])) as part, "
                                + Totals.SUMS + " from " + rowsIn(traffic) + " group by 1",
                        traffic,
                        range)
                .bind("beginnings", TextArray.of(beginnings, at -> at))
                .map((row, context) -> Map.entry(row.getInt("part"), TOTALS.map(row, context)))
                .forEach(part -> byPart.put(part.getKey(), part.getValue()));
        return byPart;
    }

    static List<Named> breakdown(Handle handle, VisibleTraffic traffic, TimeRange range, BreakdownBy by, int limit) {
        return query(handle, by.query(traffic), traffic, range)
                .bind("limit", limit)
                .map(Rows.of(Named.class))
                .list();
    }

    /** The newest, as many as a chart can show, in the order in which they joined. */
    static List<TimelineView.Marker> nodesJoined(Handle handle, VisibleTraffic traffic, TimeRange range) {
        return query(handle, """
                        select node_id, name, enrolled_at from node
                        where workspace_id = :workspaceId and enrolled_at >= :from and enrolled_at < :to %s
                        order by enrolled_at desc, name desc limit :most
                        """.formatted(nodesSeenIn(traffic)), traffic, range)
                .bind("most", MOST_MARKERS)
                .map((row, context) -> TimelineView.Marker.nodeJoined(
                        row.getObject("node_id", UUID.class),
                        row.getString("name"),
                        row.getTimestamp("enrolled_at").toInstant()))
                .list()
                .reversed();
    }

    /** When the last request that is visible was taken in; by domain, when it was completed. */
    static Optional<Instant> asOf(Handle handle, VisibleTraffic traffic) {
        String newest = traffic.table("""
                        select changed_at from ledger_position where workspace_id = :workspaceId and position > 0
                        """, """
                        select max(completed_at) from request
                        where workspace_id = :workspaceId %1$s and admitted_at >= (
                            select max(at) from rollup_domain where workspace_id = :workspaceId and requests > 0 %1$s)
                        """.formatted(traffic.andVisible("domain")));
        return traffic.bindTo(handle.createQuery(newest)).mapTo(Instant.class).findOne();
    }

    /** The rows that add up to all that is visible of a range. */
    private static String rowsIn(VisibleTraffic traffic) {
        return traffic.table(TOTAL, BY_DOMAIN) + " where workspace_id = :workspaceId and at >= :from and at < :to"
                + traffic.andVisible("domain");
    }

    /** Nodes belong to no domain: seen by domain are those that have sent something there. */
    private static String nodesSeenIn(VisibleTraffic traffic) {
        return traffic.table("", """
                and exists (select from rollup_domain_node d
                            where d.workspace_id = node.workspace_id and d.node_id = node.node_id
                              and d.at >= :from and d.at < :to %s)
                """.formatted(traffic.andVisible("d.domain")));
    }

    private static Query query(Handle handle, String sql, VisibleTraffic traffic, TimeRange range) {
        return traffic.bindTo(handle.createQuery(sql))
                .bind("from", range.from())
                .bind("to", range.to());
    }
}

package io.leasehold.analytics.stats;

import io.leasehold.analytics.range.Granularity;
import io.leasehold.analytics.range.TimeRange;
import io.leasehold.analytics.visible.VisibleTraffic;
import io.leasehold.kit.database.Database;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Answers what a workspace's traffic adds up to. Reads rollups, never the ledger. */
@Singleton
public class StatsService {
    private final Database database;

    StatsService(Database database) {
        this.database = database;
    }

    /** The sums of a range alone. */
    public TotalsView totals(VisibleTraffic traffic, TimeRange range) {
        return TotalsView.of(
                database.inWorkspace(traffic.workspaceId(), handle -> StatsStore.totals(handle, traffic, range)));
    }

    OverviewView overview(VisibleTraffic traffic, TimeRange range) {
        return database.inWorkspace(
                traffic.workspaceId(),
                handle -> OverviewView.of(
                        range,
                        StatsStore.totals(handle, traffic, range),
                        LatencyView.of(StatsStore.latency(handle, traffic, range)),
                        StatsStore.totals(handle, traffic, range.previous()),
                        StatsStore.asOf(handle, traffic).orElse(null)));
    }

    TimelineView timeline(VisibleTraffic traffic, TimeRange range, Granularity granularity, ZoneId zone) {
        List<Instant> beginnings = granularity.cut(range, zone);
        return database.inWorkspace(traffic.workspaceId(), handle -> {
            Map<Integer, Totals> byPart = StatsStore.totalsByPart(handle, traffic, range, beginnings);
            return new TimelineView(
                    granularity,
                    zone.getId(),
                    points(beginnings, byPart),
                    StatsStore.nodesJoined(handle, traffic, range));
        });
    }

    private static List<TimelineView.Point> points(List<Instant> beginnings, Map<Integer, Totals> byPart) {
        List<TimelineView.Point> points = new ArrayList<>(beginnings.size());
        for (Instant beginning : beginnings) {
            Totals totals = byPart.getOrDefault(points.size() + 1, Totals.NONE);
            points.add(TimelineView.Point.of(beginning, totals));
        }
        return points;
    }

    BreakdownView breakdown(VisibleTraffic traffic, TimeRange range, BreakdownBy by, int limit) {
        return BreakdownView.of(database.inWorkspace(
                traffic.workspaceId(), handle -> StatsStore.breakdown(handle, traffic, range, by, limit)));
    }
}

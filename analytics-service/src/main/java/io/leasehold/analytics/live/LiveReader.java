package io.leasehold.analytics.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.leasehold.analytics.range.TimeRange;
import io.leasehold.analytics.stats.StatsService;
import io.leasehold.analytics.visible.VisibleTraffic;
import io.leasehold.kit.database.Database;
import io.leasehold.kit.json.Json;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reads what the feed tells, ready to be sent. */
@Singleton
class LiveReader {
    private final Database database;
    private final StatsService stats;
    private final Clock clock;

    LiveReader(Database database, StatsService stats, Clock clock) {
        this.database = database;
        this.stats = stats;
        this.clock = clock;
    }

    Map<UUID, Long> positions(Collection<UUID> workspaceIds) {
        return database.asSystem(handle -> LiveStore.positions(handle, workspaceIds));
    }

    List<LiveMessage.Event> requests(UUID workspaceId, long after, long head, int limit) {
        return database
                .inWorkspace(workspaceId, handle -> LiveStore.list(handle, workspaceId, after, head, limit))
                .stream()
                .map(told -> new LiveMessage.Event(
                        told.position(), "request", told.request().domain(), json(told.request())))
                .toList();
    }

    /** The sums of the last 24 hours, as the overview has them. */
    LiveMessage.Event stats(VisibleTraffic traffic, long position) {
        TimeRange lastDay = TimeRange.of(null, null, clock.instant());
        return new LiveMessage.Event(position, "stats", null, json(stats.totals(traffic, lastDay)));
    }

    private static String json(Object data) {
        try {
            return Json.events().writeValueAsString(data);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A record of ours can't be written as JSON", impossible);
        }
    }
}

package io.leasehold.analytics.stats;

import io.leasehold.analytics.range.Granularity;
import io.leasehold.analytics.range.TimeRange;
import io.leasehold.analytics.range.Zones;
import io.leasehold.kit.caller.Allow;
import io.leasehold.kit.caller.CurrentCaller;
import io.leasehold.kit.caller.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/stats")
@Tag(name = "Statistics")
@Allow(Role.VIEWER)
@RunOnVirtualThread
class StatsResource {
    private final StatsService stats;
    private final CurrentCaller caller;
    private final Clock clock;

    StatsResource(StatsService stats, CurrentCaller caller, Clock clock) {
        this.stats = stats;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Path("/overview")
    @Operation(summary = "What the requests of a range add up to, beside the range before")
    public OverviewView overview(
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("zone") @Nullable String zone) {
        Zones.of(zone);
        return stats.overview(caller.get().workspaceId(), range(from, to));
    }

    @GET
    @Path("/timeline")
    @Operation(summary = "Figures over time, with what may explain a change")
    public TimelineView timeline(
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("zone") @Nullable String zone,
            @QueryParam("granularity") @Nullable String granularity) {
        TimeRange range = range(from, to);
        return stats.timeline(caller.get().workspaceId(), range, Granularity.of(granularity, range), Zones.of(zone));
    }

    @GET
    @Path("/breakdown")
    @Operation(summary = "Who or what the figures of a range belong to")
    public BreakdownView breakdown(
            @QueryParam("by") @Nullable String by,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("zone") @Nullable String zone,
            @QueryParam("limit") @DefaultValue("10") @Min(1) @Max(500) int limit) {
        Zones.of(zone);
        return stats.breakdown(caller.get().workspaceId(), range(from, to), BreakdownBy.of(by), limit);
    }

    private TimeRange range(@Nullable String from, @Nullable String to) {
        return TimeRange.of(from, to, clock.instant());
    }
}

package io.leasehold.analytics.stats;

import io.leasehold.analytics.range.Granularity;
import io.leasehold.analytics.range.RangeParameters;
import io.leasehold.analytics.range.TimeRange;
import io.leasehold.analytics.range.Zones;
import io.leasehold.kit.caller.Allow;
import io.leasehold.kit.caller.CurrentCaller;
import io.leasehold.kit.caller.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/stats")
@Tag(name = "Statistics")
@Allow(Role.VIEWER)
@RunOnVirtualThread
class StatsResource {
    private static final String NO_ZONE = "Taken as all statistics take it; sums do not depend on it";

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
            @Parameter(description = RangeParameters.FROM, example = RangeParameters.FROM_EXAMPLE)
                    @QueryParam("from")
                    @Nullable
                    Instant from,
            @Parameter(description = RangeParameters.TO, example = RangeParameters.TO_EXAMPLE)
                    @QueryParam("to")
                    @Nullable
                    Instant to,
            @Parameter(description = NO_ZONE, example = RangeParameters.ZONE_EXAMPLE) @QueryParam("zone") @Nullable
                    String zone) {
        Zones.of(zone);
        return stats.overview(caller.get().workspaceId(), range(from, to));
    }

    @GET
    @Path("/timeline")
    @Operation(summary = "Figures over time, with what may explain a change")
    public TimelineView timeline(
            @Parameter(description = RangeParameters.FROM, example = RangeParameters.FROM_EXAMPLE)
                    @QueryParam("from")
                    @Nullable
                    Instant from,
            @Parameter(description = RangeParameters.TO, example = RangeParameters.TO_EXAMPLE)
                    @QueryParam("to")
                    @Nullable
                    Instant to,
            @Parameter(description = RangeParameters.ZONE, example = RangeParameters.ZONE_EXAMPLE)
                    @QueryParam("zone")
                    @Nullable
                    String zone,
            @Parameter(
                            description =
                                    "How to cut the range, by the clock of the zone and into 10,000 parts at most; "
                                            + "hours for up to three days and days beyond where left out",
                            example = "hour")
                    @QueryParam("granularity")
                    @Nullable
                    Granularity granularity) {
        TimeRange range = range(from, to);
        return stats.timeline(
                caller.get().workspaceId(),
                range,
                granularity == null ? Granularity.fitting(range) : granularity,
                Zones.of(zone));
    }

    @GET
    @Path("/breakdown")
    @Operation(summary = "Who or what the figures of a range belong to")
    public BreakdownView breakdown(
            @Parameter(description = "By what to break them down", example = "model") @QueryParam("by") @NotNull
                    BreakdownBy by,
            @Parameter(description = RangeParameters.FROM, example = RangeParameters.FROM_EXAMPLE)
                    @QueryParam("from")
                    @Nullable
                    Instant from,
            @Parameter(description = RangeParameters.TO, example = RangeParameters.TO_EXAMPLE)
                    @QueryParam("to")
                    @Nullable
                    Instant to,
            @Parameter(description = NO_ZONE, example = RangeParameters.ZONE_EXAMPLE) @QueryParam("zone") @Nullable
                    String zone,
            @Parameter(description = "How many to name; all others are summed up", example = "10")
                    @QueryParam("limit")
                    @DefaultValue("10")
                    @Min(1)
                    @Max(500)
                    int limit) {
        Zones.of(zone);
        return stats.breakdown(caller.get().workspaceId(), range(from, to), by, limit);
    }

    private TimeRange range(@Nullable Instant from, @Nullable Instant to) {
        return TimeRange.of(from, to, clock.instant());
    }
}

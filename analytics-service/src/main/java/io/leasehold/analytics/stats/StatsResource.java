package io.leasehold.analytics.stats;

import io.leasehold.analytics.range.Granularity;
import io.leasehold.analytics.range.TimeRange;
import io.leasehold.analytics.visible.VisibleTraffic;
import io.leasehold.kit.caller.Allow;
import io.leasehold.kit.caller.CurrentCaller;
import io.leasehold.kit.caller.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/stats")
@Tag(name = "Statistics")
@Allow(value = Role.VIEWER, inDomain = Role.VIEWER)
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
    public OverviewView overview(@BeanParam StatsQuery query) {
        return stats.overview(visible(), query.range(clock.instant()));
    }

    @GET
    @Path("/timeline")
    @Operation(summary = "Figures over time, with what may explain a change")
    public TimelineView timeline(
            @BeanParam StatsQuery query,
            @Parameter(
                            description =
                                    "How to cut the range, by the clock of the zone and into 10,000 parts at most; "
                                            + "hours for up to three days and days beyond where left out",
                            example = "hour")
                    @QueryParam("granularity")
                    @Nullable
                    Granularity granularity) {
        TimeRange range = query.range(clock.instant());
        return stats.timeline(
                visible(), range, granularity == null ? Granularity.fitting(range) : granularity, query.zone());
    }

    @GET
    @Path("/breakdown")
    @Operation(summary = "Who or what the figures of a range belong to")
    public BreakdownView breakdown(
            @Parameter(description = "By what to break them down", example = "model") @QueryParam("by") @NotNull
                    BreakdownBy by,
            @BeanParam StatsQuery query,
            @Parameter(description = "How many to name; all others are summed up", example = "10")
                    @QueryParam("limit")
                    @DefaultValue("10")
                    @Min(1)
                    @Max(500)
                    int limit) {
        return stats.breakdown(visible(), query.range(clock.instant()), by, limit);
    }

    private VisibleTraffic visible() {
        return VisibleTraffic.of(caller.get());
    }
}

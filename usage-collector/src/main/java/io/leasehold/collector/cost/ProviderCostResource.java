package io.leasehold.collector.cost;

import io.leasehold.kit.caller.Allow;
import io.leasehold.kit.caller.CurrentCaller;
import io.leasehold.kit.caller.Role;
import io.leasehold.kit.page.Page;
import io.leasehold.kit.page.PageRequest;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/costs/provider")
@Tag(name = "Costs")
@RunOnVirtualThread
class ProviderCostResource {
    private final ProviderCostService costs;
    private final CurrentCaller caller;
    private final Clock clock;

    ProviderCostResource(ProviderCostService costs, CurrentCaller caller, Clock clock) {
        this.costs = costs;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Allow(Role.VIEWER)
    @Operation(
            summary = "What providers charged, per account and day in UTC",
            description =
                    "A day counts when any part of it is in the range. A day with charges in two currencies is two "
                            + "items, on the same page.")
    public Page<ProviderCostView> list(
            @Parameter(
                            description =
                                    "Where the range begins, inclusive; 24 hours before its end where left out, and 400 "
                                            + "days at most",
                            example = "2026-11-20T00:00:00Z")
                    @QueryParam("from")
                    @Nullable
                    Instant from,
            @Parameter(
                            description = "Where the range ends, exclusive; now where left out",
                            example = "2026-11-21T00:00:00Z")
                    @QueryParam("to")
                    @Nullable
                    Instant to,
            @Parameter(
                            description = "How many days of accounts a page holds, 1 to 500; 50 where left out",
                            example = "50")
                    @QueryParam("limit")
                    @Nullable
                    Integer limit,
            @Parameter(
                            description = "next_cursor of the page before; the first page where left out",
                            example = "MDE5OWYwMDA")
                    @QueryParam("cursor")
                    @Nullable
                    String cursor) {
        CostRange range = CostRange.of(from, to, clock.instant());
        return costs.list(caller.get().workspaceId(), range, PageRequest.of(limit, cursor));
    }
}

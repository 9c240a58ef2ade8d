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
import org.eclipse.microprofile.openapi.annotations.Operation;
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
    @Operation(summary = "What providers charged, per account and day in UTC")
    public Page<ProviderCostView> list(
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        CostRange range = CostRange.of(from, to, clock.instant());
        return costs.list(caller.get().workspaceId(), range, PageRequest.of(limit, cursor));
    }
}

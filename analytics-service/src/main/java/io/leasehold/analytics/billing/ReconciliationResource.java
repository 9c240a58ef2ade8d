package io.leasehold.analytics.billing;

import io.leasehold.analytics.range.RangeQuery;
import io.leasehold.analytics.range.TimeRange;
import io.leasehold.kit.caller.Allow;
import io.leasehold.kit.caller.CurrentCaller;
import io.leasehold.kit.caller.Role;
import io.leasehold.kit.page.Page;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/costs/reconciliation")
@Tag(name = "Costs")
@RunOnVirtualThread
class ReconciliationResource {
    private final ReconciliationService reconciliation;
    private final CurrentCaller caller;
    private final Clock clock;

    ReconciliationResource(ReconciliationService reconciliation, CurrentCaller caller, Clock clock) {
        this.reconciliation = reconciliation;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Allow(Role.VIEWER)
    @Operation(
            summary = "What the gateway counted beside what each account's provider charged",
            description =
                    "Providers bill by the day in UTC: a day that is partly in the range counts whole, and one that is "
                            + "not over counts as far as the provider's figures go. Every item says for which time it is.")
    public Page<ReconciliationView> reconcile(@BeanParam RangeQuery query) {
        TimeRange range = query.range(clock.instant());
        return new Page<>(reconciliation.reconcile(caller.get().workspaceId(), range), null);
    }
}

package io.leasehold.collector.history;

import io.leasehold.kit.caller.Allow;
import io.leasehold.kit.caller.CurrentCaller;
import io.leasehold.kit.caller.Role;
import io.leasehold.kit.page.Page;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/usage/history")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Usage")
@RunOnVirtualThread
class HistoryResource {
    private final HistoryService history;
    private final CurrentCaller caller;
    private final Clock clock;

    HistoryResource(HistoryService history, CurrentCaller caller, Clock clock) {
        this.history = history;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Allow(Role.VIEWER)
    @Operation(
            summary = "What providers said was used and charged, the oldest first",
            description =
                    "Cost comes by UTC day, usage by bucket. An interval counts when any part of it is in the range.")
    public Page<HistoryItem> list(@BeanParam HistoryParameters wanted) {
        return history.list(caller.get().workspaceId(), wanted.query(clock.instant()), wanted.page());
    }

    @GET
    @Path("/revisions")
    @Allow(Role.VIEWER)
    @Operation(
            summary = "What providers said before they corrected it",
            description =
                    "Figures of intervals that were over when they were told. What is in force now is in the history.")
    public Page<HistoryItem> listReplaced(@BeanParam HistoryParameters wanted) {
        return history.listReplaced(caller.get().workspaceId(), wanted.query(clock.instant()), wanted.page());
    }

    @GET
    @Path("/quotas")
    @Allow(Role.VIEWER)
    @Operation(
            summary = "What providers said was left, the oldest first",
            description =
                    "One item for each time that something else was said than the time before, so that it holds until the next one.")
    public Page<QuotaHistoryItem> listQuotas(@BeanParam PastParameters wanted) {
        return history.listQuotas(caller.get().workspaceId(), wanted.query(clock.instant()), wanted.page());
    }
}

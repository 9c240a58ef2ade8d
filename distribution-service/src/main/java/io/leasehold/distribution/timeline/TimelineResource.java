package io.leasehold.distribution.timeline;

import io.leasehold.kit.caller.Allow;
import io.leasehold.kit.caller.CurrentCaller;
import io.leasehold.kit.caller.Role;
import io.leasehold.kit.page.Page;
import io.leasehold.kit.page.PageRequest;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/nodes/{id}/timeline")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Nodes")
@RunOnVirtualThread
class TimelineResource {
    private final TimelineService timelines;
    private final CurrentCaller caller;

    TimelineResource(TimelineService timelines, CurrentCaller caller) {
        this.timelines = timelines;
        this.caller = caller;
    }

    @GET
    @Allow(Role.VIEWER)
    @Operation(summary = "What became of a node and of its leases, the newest first")
    public Page<TimelineEntry> list(
            @Parameter(description = "The id of the node.", example = "0199f0a2-5c1e-7bd0-9f1c-2d3e4f5a6b7c")
                    @PathParam("id")
                    UUID id,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return timelines.list(caller.get().workspaceId(), id, PageRequest.of(limit, cursor));
    }
}

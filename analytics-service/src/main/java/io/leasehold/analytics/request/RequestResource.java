package io.leasehold.analytics.request;

import io.leasehold.analytics.visible.VisibleTraffic;
import io.leasehold.kit.caller.Allow;
import io.leasehold.kit.caller.CurrentCaller;
import io.leasehold.kit.caller.Role;
import io.leasehold.kit.page.Page;
import io.leasehold.kit.page.PageRequest;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/requests")
@Tag(name = "Requests")
@RunOnVirtualThread
class RequestResource {
    private final RequestService requests;
    private final CurrentCaller caller;

    RequestResource(RequestService requests, CurrentCaller caller) {
        this.requests = requests;
        this.caller = caller;
    }

    @GET
    @Allow(value = Role.VIEWER, inDomain = Role.VIEWER)
    @Operation(
            summary = "The workspace's requests, the newest first",
            description = "Whose role is for some domains only sees what went to those.")
    public Page<RequestView> list(
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
        return requests.list(VisibleTraffic.of(caller.get()), PageRequest.of(limit, cursor));
    }

    @GET
    @Path("/{id}")
    @Allow(value = Role.VIEWER, inDomain = Role.VIEWER)
    @Operation(
            summary = "Show a request",
            description = "The gateway tells its id in x-request-id; it is here a moment after its end.")
    public RequestView get(
            @Parameter(description = "The request", example = "0199f2a0-7c1e-7aaa-8bbb-0123456789ab") @PathParam("id")
                    UUID id) {
        return requests.get(VisibleTraffic.of(caller.get()), id);
    }
}

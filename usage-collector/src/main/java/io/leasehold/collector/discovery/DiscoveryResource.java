package io.leasehold.collector.discovery;

import io.leasehold.collector.pool.CallersToken;
import io.leasehold.kit.caller.Allow;
import io.leasehold.kit.caller.CurrentCaller;
import io.leasehold.kit.caller.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/discovery")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Discovery")
@RunOnVirtualThread
class DiscoveryResource {
    private final DiscoveryService discovery;
    private final CurrentCaller caller;

    DiscoveryResource(DiscoveryService discovery, CurrentCaller caller) {
        this.discovery = discovery;
        this.caller = caller;
    }

    @GET
    @Allow(Role.ADMIN)
    @Operation(summary = "What the last look for keys found")
    public DiscoveryView last() {
        return discovery.last(caller.get());
    }

    @POST
    @Path("/runs")
    @Allow(Role.ADMIN)
    @Operation(
            summary = "Look for keys where the service runs, and import those that are named",
            description =
                    "In the service's environment, and in files and secrets of Vault that the operator names. Only the workspace"
                            + " that the operator chose may look. What is imported is added by key-service, in your name.")
    public DiscoveryView run(@Valid @Nullable RunDiscoveryRequest request, @Context HttpHeaders headers) {
        return discovery.run(
                caller.get(),
                CallersToken.of(headers, caller.get().workspace().slug()),
                request == null ? List.of() : request.imports());
    }
}

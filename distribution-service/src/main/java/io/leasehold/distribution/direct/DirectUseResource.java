package io.leasehold.distribution.direct;

import io.leasehold.kit.caller.Allow;
import io.leasehold.kit.caller.CurrentCaller;
import io.leasehold.kit.caller.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/spend/key/{key_id}/direct")
@Tag(name = "Spend")
@RunOnVirtualThread
class DirectUseResource {
    private final DirectUseService direct;
    private final CurrentCaller caller;

    DirectUseResource(DirectUseService direct, CurrentCaller caller) {
        this.direct = direct;
        this.caller = caller;
    }

    @GET
    @Allow(Role.VIEWER)
    @Operation(
            summary = "Show what a key that nodes use themselves has cost, as its provider reports it",
            description =
                    "The last figure, how old it is, and what it comes to by now. What of that nobody has seen here is presumed in the key's windows.")
    public DirectUseAnswer get(
            @Parameter(description = "The key's id.", example = "0199f0a2-5c1e-7bd0-9f1c-2d3e4f5a6b7c")
                    @PathParam("key_id")
                    String keyId) {
        return DirectUseAnswer.of(direct.current(caller.get(), keyId));
    }
}

package io.leasehold.distribution.hold;

import io.leasehold.contracts.hold.GrantAnswer;
import io.leasehold.contracts.hold.GrantRequest;
import io.leasehold.contracts.hold.RenewAnswer;
import io.leasehold.contracts.hold.RenewRequest;
import io.leasehold.kit.caller.Allow;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What gateway replicas ask the arbiter; nobody else may. */
@Path("/internal/v1/holds")
@Tag(name = "Holds")
@Allow(services = "gateway")
@RunOnVirtualThread
class HoldResource {
    private final Arbiter arbiter;

    HoldResource(Arbiter arbiter) {
        this.arbiter = arbiter;
    }

    @POST
    @Path("/grant")
    @Operation(summary = "Grant room in several windows at once")
    public GrantAnswer grant(@NotNull GrantRequest request) {
        return arbiter.grant(request);
    }

    @POST
    @Path("/renew")
    @Operation(summary = "Keep all holds of a replica for another term and take back what it doesn't need")
    public RenewAnswer renew(@NotNull RenewRequest request) {
        return arbiter.renew(request);
    }
}

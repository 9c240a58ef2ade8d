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
    @Operation(
            summary = "Grant room in several windows at once",
            description =
                    "One slice for each ask and in that order. Of an ask, need is what waiting requests can't go on"
                            + " without, granted whole or not at all, and want what would be good to have beyond that. A slice"
                            + " tells all that the replica was ever granted of the window, so an answer that is lost is made good"
                            + " by the next. 409 when the replica's holds ran out: it must go on under a new id.")
    public GrantAnswer grant(@NotNull GrantRequest request) {
        return arbiter.grant(request);
    }

    @POST
    @Path("/renew")
    @Operation(
            summary = "Keep all holds of a replica for another term and take back what it doesn't need",
            description =
                    "Of a window the amount is all that the replica ever gave back of it. The answer says until when"
                            + " the holds last, counted from the sending, whether the replica is still known, and which of the"
                            + " leases may no longer be used.")
    public RenewAnswer renew(@NotNull RenewRequest request) {
        return arbiter.renew(request);
    }
}

package io.leasehold.distribution.lease;

import io.leasehold.contracts.event.LeaseView;
import io.leasehold.kit.caller.Allow;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** For a gateway that does not know a token, because it has just started or the lease is very new. */
@Path("/internal/v1/leases")
@Tag(name = "Leases")
@Allow(services = "gateway")
@RunOnVirtualThread
class LeaseByTokenResource {
    private final LeaseService leases;

    LeaseByTokenResource(LeaseService leases) {
        this.leases = leases;
    }

    @GET
    @Path("/by-token/{hash}")
    @Operation(
            summary = "Find the lease of a token by the token's SHA-256 in hex",
            description = "Also of a lease that has ended, for a day; after that the token is unknown.")
    public LeaseView get(
            @Parameter(
                            description = "SHA-256 of the token in lower-case hex.",
                            example = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
                    @PathParam("hash")
                    @Pattern(regexp = "[0-9a-f]{64}", message = "must be SHA-256 in lower-case hex")
                    String hash) {
        return leases.getByTokenHash(hash).toView();
    }
}

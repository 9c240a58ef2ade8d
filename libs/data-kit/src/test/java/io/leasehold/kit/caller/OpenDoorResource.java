package io.leasehold.kit.caller;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** A class that is open, with methods that say otherwise. */
@Path("/open-doors")
@RunOnVirtualThread
@PermitAll
class OpenDoorResource {
    @GET
    @Path("open")
    public String open() {
        return "open";
    }

    @GET
    @Path("viewer")
    @Allow(Role.VIEWER)
    public String viewer() {
        return "for viewers";
    }

    @GET
    @Path("both")
    @PermitAll
    @Allow(Role.VIEWER)
    public String both() {
        return "for viewers after all";
    }
}

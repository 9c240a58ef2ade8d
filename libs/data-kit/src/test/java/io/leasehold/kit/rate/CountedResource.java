package io.leasehold.kit.rate;

import io.leasehold.kit.caller.Allow;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Something to call under {@code /api/}. */
@Path("/api/v1/counted")
@RunOnVirtualThread
class CountedResource {
    @GET
    @Allow(anyone = true)
    public String counted() {
        return "counted";
    }

    @GET
    @Path("open")
    @PermitAll
    public String open() {
        return "open";
    }
}

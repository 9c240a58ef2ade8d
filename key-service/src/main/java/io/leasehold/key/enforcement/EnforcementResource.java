package io.leasehold.key.enforcement;

import io.leasehold.kit.caller.Allow;
import io.leasehold.kit.caller.CurrentCaller;
import io.leasehold.kit.caller.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

@Path("/api/v1/keys/{key}/provider/enforcement")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Keys")
@RunOnVirtualThread
class EnforcementResource {
    private final EnforcementService enforcement;
    private final CurrentCaller caller;

    EnforcementResource(EnforcementService enforcement, CurrentCaller caller) {
        this.enforcement = enforcement;
        this.caller = caller;
    }

    @GET
    @Allow(Role.VIEWER)
    @Operation(
            summary = "What a key's provider enforces of it by our doing",
            description =
                    "Its limit, where the provider has limits per key, and whether it was switched off because it was nearly at a limit while a node had it. What failed is tried again.")
    public EnforcementAnswer get(
            @Parameter(description = "Its id or name", example = "production-1") @RestPath String key) {
        return EnforcementAnswer.of(enforcement.get(caller.get(), key));
    }
}

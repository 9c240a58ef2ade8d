package io.leasehold.key.source;

import io.leasehold.kit.caller.Allow;
import io.leasehold.kit.caller.CurrentCaller;
import io.leasehold.kit.caller.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where keys may take their secrets from. */
@Path("/api/v1/key-sources")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Keys")
@RunOnVirtualThread
class KeySourceResource {
    private final KeySourceService sources;
    private final CurrentCaller caller;

    KeySourceResource(KeySourceService sources, CurrentCaller caller) {
        this.sources = sources;
        this.caller = caller;
    }

    @GET
    @Allow(Role.ADMIN)
    @Operation(
            summary = "Places that keys of this workspace may take their secrets from",
            description =
                    "The operator names them in the configuration of key-service, each for one workspace. What is there is never"
                            + " told.")
    public KeySourcesAnswer list() {
        return new KeySourcesAnswer(
                sources.list(caller.get()).stream().map(KeySourceAnswer::of).toList());
    }
}

package io.leasehold.collector.spending;

import io.leasehold.kit.caller.Allow;
import io.leasehold.kit.caller.CurrentCaller;
import io.leasehold.kit.caller.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/usage/keys")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Usage")
@RunOnVirtualThread
class SpendingResource {
    private final SpendingService spending;
    private final CurrentCaller caller;

    SpendingResource(SpendingService spending, CurrentCaller caller) {
        this.spending = spending;
        this.caller = caller;
    }

    /** All keys that spent anything. */
    @Schema(name = "KeySpends")
    record KeySpends(List<KeySpendView> items) {}

    @GET
    @Allow(Role.VIEWER)
    @Operation(
            summary = "What each key has spent, by its provider",
            description =
                    "Also what went around the gateway, as with direct leases. What was told last is added to by how fast the key spends, for the time since, so that a limit is rather met too early than too late.")
    public KeySpends list() {
        return new KeySpends(spending.list(caller.get().workspaceId()));
    }
}

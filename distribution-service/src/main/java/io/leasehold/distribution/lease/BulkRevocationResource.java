package io.leasehold.distribution.lease;

import io.leasehold.contracts.LeaseState;
import io.leasehold.kit.caller.Allow;
import io.leasehold.kit.caller.Caller;
import io.leasehold.kit.caller.CurrentCaller;
import io.leasehold.kit.caller.Role;
import io.leasehold.kit.page.Page;
import io.leasehold.kit.page.PageRequest;
import io.leasehold.kit.problem.InvalidRequestProblem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Ends many leases at once. */
@Path("/api/v1/leases/revoke")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Leases")
@RunOnVirtualThread
class BulkRevocationResource {
    private static final String SOME_ID = "0199f0a2-5c1e-7bd0-9f1c-2d3e4f5a6b7c";

    private final BulkRevocationService revocations;
    private final CurrentCaller caller;

    BulkRevocationResource(BulkRevocationService revocations, CurrentCaller caller) {
        this.revocations = revocations;
        this.caller = caller;
    }

    @POST
    @Allow(Role.OPERATOR)
    @Operation(
            summary = "Revoke many leases, the newest first",
            description =
                    "Takes at least one filter; next_cursor goes on with those that are left. A dry run changes nothing.")
    public Page<BulkRevocationAnswer> revoke(
            @Parameter(description = "Only leases in this state.", example = "active") @QueryParam("state") @Nullable
                    LeaseState state,
            @Parameter(description = "Only leases of the node with this id.", example = SOME_ID)
                    @QueryParam("node")
                    @Nullable
                    UUID node,
            @Parameter(description = "Only leases that have the key with this id.", example = SOME_ID)
                    @QueryParam("key")
                    @Nullable
                    UUID key,
            @Parameter(description = "Only leases for this provider.", example = "anthropic")
                    @QueryParam("provider")
                    @Nullable
                    String provider,
            @Parameter(description = "The slug of the workspace, where all of its leases are meant.", example = "acme")
                    @QueryParam("all_of")
                    @Nullable
                    String allOf,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor,
            @NotNull @Valid BulkRevokeRequest body) {
        LeaseFilter filter = new LeaseFilter(state, node, key, provider);
        requireMeant(caller.get(), filter, allOf);
        return revocations.revoke(caller.get(), filter, PageRequest.of(limit, cursor), body.reason(), body.isDryRun());
    }

    private static void requireMeant(Caller caller, LeaseFilter filter, @Nullable String allOf) {
        if (allOf != null && !allOf.equals(caller.workspace().slug())) {
            throw new InvalidRequestProblem("all_of", "must be the slug of the workspace that is called");
        }
        if (allOf == null && filter.equals(LeaseFilter.ALL)) {
            throw new InvalidRequestProblem(
                    "node",
                    "or another filter is needed; to revoke all leases of the workspace, name its slug as all_of");
        }
    }
}

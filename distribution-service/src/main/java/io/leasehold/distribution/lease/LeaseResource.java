package io.leasehold.distribution.lease;

import io.leasehold.contracts.LeaseState;
import io.leasehold.kit.caller.Allow;
import io.leasehold.kit.caller.CurrentCaller;
import io.leasehold.kit.caller.Role;
import io.leasehold.kit.idempotency.Idempotent;
import io.leasehold.kit.page.Page;
import io.leasehold.kit.page.PageRequest;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/leases")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Leases")
@RunOnVirtualThread
class LeaseResource {
    private static final String LEASE_ID = "The id of the lease.";
    private static final String SOME_ID = "0199f0a2-5c1e-7bd0-9f1c-2d3e4f5a6b7c";

    private final LeaseAskService asking;
    private final LeaseService leases;
    private final CurrentCaller caller;
    private final LeaseAnswers answers;

    LeaseResource(LeaseAskService asking, LeaseService leases, CurrentCaller caller, LeaseAnswers answers) {
        this.asking = asking;
        this.leases = leases;
        this.caller = caller;
        this.answers = answers;
    }

    @POST
    @Allow(Role.NODE)
    @Idempotent
    @Operation(
            summary = "Ask for a lease: the one that stands, with a new token, or a new one",
            description =
                    "A retry with the same Idempotency-Key gets the lease of the first time, with a token of its own, as tokens "
                            + "are not kept.")
    @APIResponse(
            responseCode = "200",
            description = "The standing lease",
            content = @Content(schema = @Schema(implementation = LeaseAnswer.class)))
    @APIResponse(
            responseCode = "201",
            description = "A new lease",
            content = @Content(schema = @Schema(implementation = LeaseAnswer.class)))
    public RestResponse<LeaseAnswer> ask(@NotNull @Valid AskLeaseRequest request) {
        Granted granted = asking.ask(caller.get(), request.toCommand());
        return RestResponse.ResponseBuilder.create(
                        granted.fresh() ? RestResponse.Status.CREATED : RestResponse.Status.OK, answers.of(granted))
                .header("Cache-Control", "no-store")
                .build();
    }

    @GET
    @Allow(value = Role.VIEWER, inDomain = Role.VIEWER)
    @Operation(
            summary = "List leases, the newest first",
            description = "Whose role is for some domains only sees the leases for those.")
    public Page<LeaseAnswer> list(
            @Parameter(description = "Only leases in this state.", example = "active") @QueryParam("state") @Nullable
                    LeaseState state,
            @Parameter(description = "Only leases of the node with this id.", example = SOME_ID)
                    @QueryParam("node")
                    @Nullable
                    UUID node,
            @Parameter(
                            description = "Only leases that have the key with this id, or had it when they ended.",
                            example = SOME_ID)
                    @QueryParam("key")
                    @Nullable
                    UUID key,
            @Parameter(description = "Only leases for this provider.", example = "anthropic")
                    @QueryParam("provider")
                    @Nullable
                    String provider,
            @Parameter(
                            description =
                                    "Only leases that could be used at this time, each with the key that it had then: who held what.",
                            example = "2026-11-21T10:00:00Z")
                    @QueryParam("at")
                    @Nullable
                    Instant at,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        LeaseFilter filter = new LeaseFilter(state, node, key, provider);
        PageRequest page = PageRequest.of(limit, cursor);
        Page<Lease> found =
                at == null ? leases.list(caller.get(), filter, page) : leases.listHeld(caller.get(), filter, at, page);
        return found.map(answers::of);
    }

    @GET
    @Path("/{id}")
    @Allow(
            value = {Role.VIEWER, Role.NODE},
            inDomain = Role.VIEWER)
    @Operation(summary = "Show a lease; a node sees its own only")
    public LeaseAnswer get(@Parameter(description = LEASE_ID, example = SOME_ID) @PathParam("id") UUID id) {
        return answers.of(leases.get(caller.get(), id));
    }

    @POST
    @Path("/{id}/renew")
    @Allow({Role.NODE, Role.OPERATOR})
    @Operation(summary = "Keep a lease for another time; a node its own only")
    public LeaseAnswer renew(
            @Parameter(description = LEASE_ID, example = SOME_ID) @PathParam("id") UUID id,
            @RequestBody(required = false) @Valid @Nullable RenewLeaseRequest request) {
        return answers.of(leases.renew(caller.get(), id, request == null ? null : request.checkedTtl()));
    }

    @POST
    @Path("/{id}/release")
    @Allow({Role.NODE, Role.OPERATOR})
    @Operation(summary = "Give back a lease; a node its own only")
    public LeaseAnswer release(@Parameter(description = LEASE_ID, example = SOME_ID) @PathParam("id") UUID id) {
        return answers.of(leases.release(caller.get(), id));
    }

    @POST
    @Path("/{id}/revoke")
    @Allow(Role.OPERATOR)
    @Operation(summary = "End a lease at once")
    public LeaseAnswer revoke(
            @Parameter(description = LEASE_ID, example = SOME_ID) @PathParam("id") UUID id,
            @NotNull @Valid RevokeLeaseRequest request) {
        return answers.of(leases.revoke(caller.get(), id, request.reason()));
    }
}

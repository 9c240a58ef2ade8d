package io.leasehold.key.limit;

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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Raises of the limits of one scope, also those that are over. */
@Path("/api/v1/limits/{scope}/{scope_id}/raises")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Limits")
@RunOnVirtualThread
@Allow(value = Role.VIEWER, inDomain = Role.VIEWER)
class RaiseResource {
    private static final String SCOPE = "key, node, domain, user or workspace";
    private static final String SCOPE_ID =
            "Id of the node; id or name of the key, domain or workspace; name of the user";

    private final RaiseService raises;
    private final CurrentCaller caller;

    RaiseResource(RaiseService raises, CurrentCaller caller) {
        this.raises = raises;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "The raises of one scope, newest first, also those that are over")
    public Page<RaiseAnswer> list(
            @Parameter(description = SCOPE, example = "key") @RestPath String scope,
            @Parameter(description = SCOPE_ID, example = "production-1") @RestPath("scope_id") String scopeId,
            @RestQuery @Nullable Integer limit,
            @RestQuery @Nullable String cursor) {
        return raises.list(caller.get(), ScopeTarget.scope(scope), scopeId, PageRequest.of(limit, cursor));
    }

    @GET
    @Path("/{raise}")
    @Operation(summary = "One raise")
    public RaiseAnswer get(
            @Parameter(description = SCOPE, example = "key") @RestPath String scope,
            @Parameter(description = SCOPE_ID, example = "production-1") @RestPath("scope_id") String scopeId,
            @Parameter(description = "Of the raise", example = "0199f2a4-7c1e-7b0a-9d52-5a3b0c0e7a11") @RestPath
                    UUID raise) {
        return raises.get(caller.get(), ScopeTarget.scope(scope), scopeId, raise);
    }

    @POST
    @Allow(Role.ADMIN)
    @Idempotent
    @Operation(
            summary = "Raise a limit for a time",
            description = "Several raises of one period add up. The limit itself stays, and counts again afterwards.")
    @APIResponseSchema(value = RaiseAnswer.class, responseCode = "201", responseDescription = "Raised")
    public RestResponse<RaiseAnswer> add(
            @Parameter(description = SCOPE, example = "key") @RestPath String scope,
            @Parameter(description = SCOPE_ID, example = "production-1") @RestPath("scope_id") String scopeId,
            @NotNull @Valid RaiseRequest request) {
        LimitRaise added = raises.add(caller.get(), ScopeTarget.scope(scope), scopeId, request);
        return RestResponse.ResponseBuilder.<RaiseAnswer>created(RaiseAnswer.location(added))
                .entity(raises.answer(added))
                .build();
    }

    @POST
    @Path("/{raise}/end")
    @Allow(Role.ADMIN)
    @Operation(summary = "End a raise before its time", description = "One that is over already stays as it is.")
    public RaiseAnswer end(
            @Parameter(description = SCOPE, example = "key") @RestPath String scope,
            @Parameter(description = SCOPE_ID, example = "production-1") @RestPath("scope_id") String scopeId,
            @Parameter(description = "Of the raise", example = "0199f2a4-7c1e-7b0a-9d52-5a3b0c0e7a11") @RestPath
                    UUID raise) {
        return raises.end(caller.get(), ScopeTarget.scope(scope), scopeId, raise);
    }
}

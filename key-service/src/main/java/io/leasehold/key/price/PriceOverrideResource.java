package io.leasehold.key.price;

import io.leasehold.kit.caller.Allow;
import io.leasehold.kit.caller.CurrentCaller;
import io.leasehold.kit.caller.Role;
import io.leasehold.kit.idempotency.Idempotent;
import io.leasehold.kit.page.Page;
import io.leasehold.kit.page.PageRequest;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The prices that a workspace has set for itself. */
@Path("/api/v1/prices/overrides")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Prices")
@RunOnVirtualThread
@Allow(Role.VIEWER)
class PriceOverrideResource {
    private static final String EXAMPLE = "0199f000-0000-7000-8000-0000000007a1";

    private final PriceOverrideService overrides;
    private final CurrentCaller caller;

    PriceOverrideResource(PriceOverrideService overrides, CurrentCaller caller) {
        this.overrides = overrides;
        this.caller = caller;
    }

    @GET
    @Operation(
            summary = "The prices that the workspace has set for itself, the newest first",
            description = "Also those that are over or yet to begin.")
    public Page<PriceOverrideAnswer> list(@RestQuery @Nullable Integer limit, @RestQuery @Nullable String cursor) {
        return overrides.list(caller.get(), PageRequest.of(limit, cursor)).map(PriceOverrideAnswer::of);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One price that the workspace has set for itself")
    public PriceOverrideAnswer get(@Parameter(description = "Its id", example = EXAMPLE) @RestPath UUID id) {
        return PriceOverrideAnswer.of(overrides.get(caller.get(), id));
    }

    @POST
    @Allow(Role.ADMIN)
    @Idempotent
    @Operation(
            summary = "Set a price",
            description =
                    "Within seconds every gateway counts with it, also in what it sets aside. What was requested before keeps its cost until history is priced again.")
    @APIResponseSchema(value = PriceOverrideAnswer.class, responseCode = "201", responseDescription = "Set")
    public RestResponse<PriceOverrideAnswer> add(@NotNull @Valid PriceOverrideRequest request) {
        PriceOverrideAnswer added = overrides.add(caller.get(), request);
        return RestResponse.ResponseBuilder.<PriceOverrideAnswer>created(added.location())
                .entity(added)
                .build();
    }

    @PUT
    @Path("/{id}")
    @Allow(Role.ADMIN)
    @Operation(
            summary = "Replace a price",
            description = "What is left out goes; valid_from stays as it was where it is left out.")
    public PriceOverrideAnswer replace(
            @Parameter(description = "Its id", example = EXAMPLE) @RestPath UUID id,
            @NotNull @Valid PriceOverrideRequest request) {
        return PriceOverrideAnswer.of(overrides.replace(caller.get(), id, request));
    }

    @DELETE
    @Path("/{id}")
    @Allow(Role.ADMIN)
    @Operation(
            summary = "Delete a price",
            description =
                    "The price book counts again. What was priced by it keeps its cost until history is priced again.")
    @APIResponse(responseCode = "204", description = "Deleted")
    public void delete(@Parameter(description = "Its id", example = EXAMPLE) @RestPath UUID id) {
        overrides.delete(caller.get(), id);
    }
}

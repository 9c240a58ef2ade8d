package io.leasehold.analytics.repricing;

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

@Path("/api/v1/stats/repricings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Costs")
@RunOnVirtualThread
@Allow(Role.VIEWER)
class RepricingResource {
    private final RepricingService repricings;
    private final CurrentCaller caller;

    RepricingResource(RepricingService repricings, CurrentCaller caller) {
        this.repricings = repricings;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "When history was priced again, by whom and with what result, the newest first")
    public Page<RepricingView> list(@RestQuery @Nullable Integer limit, @RestQuery @Nullable String cursor) {
        return repricings.list(caller.get(), PageRequest.of(limit, cursor));
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One repricing, as it stands")
    public RepricingView get(
            @Parameter(description = "Its id", example = "0199f000-0000-7000-8000-0000000008a1") @RestPath UUID id) {
        return repricings.get(caller.get(), id);
    }

    @POST
    @Allow(Role.ADMIN)
    @Idempotent
    @Operation(
            summary = "Price past requests again, by the prices that hold now for their time",
            description =
                    "It goes on in the background. What providers charged themselves stays, what limits have counted stays, and a known cost stays where no price is known now. Requests from before their terms were told can't be priced again.")
    @APIResponseSchema(value = RepricingView.class, responseCode = "202", responseDescription = "Begun")
    public RestResponse<RepricingView> begin(@NotNull @Valid RepricingRequest request) {
        RepricingView begun = repricings.begin(caller.get(), request);
        return RestResponse.ResponseBuilder.<RepricingView>create(RestResponse.Status.ACCEPTED)
                .location(begun.location())
                .entity(begun)
                .build();
    }
}

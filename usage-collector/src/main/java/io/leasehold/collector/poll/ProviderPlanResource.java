package io.leasehold.collector.poll;

import io.leasehold.kit.caller.Allow;
import io.leasehold.kit.caller.CurrentCaller;
import io.leasehold.kit.caller.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What is polled of all accounts of a provider. */
@Path("/api/v1/usage/providers")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Usage")
@RunOnVirtualThread
class ProviderPlanResource {
    private final PlanService plans;
    private final CurrentCaller caller;

    ProviderPlanResource(PlanService plans, CurrentCaller caller) {
        this.plans = plans;
        this.caller = caller;
    }

    @GET
    @Path("/{provider}/plan")
    @Allow(Role.VIEWER)
    @Operation(summary = "What is polled of a provider's accounts, and how often")
    public PlanView ofProvider(
            @Parameter(description = "The provider", example = "anthropic") @PathParam("provider") String provider) {
        return plans.ofProvider(caller.get().workspaceId(), provider);
    }

    @PUT
    @Path("/{provider}/plan")
    @Allow(Role.ADMIN)
    @Operation(
            summary = "Sets what is polled of a provider's accounts, and how often",
            description = "Replaces what was wanted before as a whole. Its accounts are asked at once.")
    public PlanView setOfProvider(
            @Parameter(description = "The provider", example = "anthropic") @PathParam("provider") String provider,
            @NotNull @Valid PlanChoiceView wanted) {
        return plans.setOfProvider(caller.get(), provider, wanted.choice());
    }
}

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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/usage")
@Tag(name = "Usage")
@RunOnVirtualThread
class PlanResource {
    private final PlanService plans;
    private final CurrentCaller caller;

    PlanResource(PlanService plans, CurrentCaller caller) {
        this.plans = plans;
        this.caller = caller;
    }

    @GET
    @Path("/providers/{provider}/plan")
    @Allow(Role.VIEWER)
    @Operation(summary = "What is polled of a provider's accounts, and how often")
    public PlanView ofProvider(
            @Parameter(description = "The provider", example = "anthropic") @PathParam("provider") String provider) {
        return plans.ofProvider(caller.get().workspaceId(), provider);
    }

    @PUT
    @Path("/providers/{provider}/plan")
    @Allow(Role.ADMIN)
    @Operation(
            summary = "Sets what is polled of a provider's accounts, and how often",
            description = "Replaces what was wanted before as a whole. Its accounts are asked at once.")
    public PlanView setOfProvider(
            @Parameter(description = "The provider", example = "anthropic") @PathParam("provider") String provider,
            @NotNull @Valid PlanChoiceView wanted) {
        return plans.setOfProvider(caller.get(), provider, wanted.choice());
    }

    @GET
    @Path("/accounts/{id}/plan")
    @Allow(Role.VIEWER)
    @Operation(summary = "What is polled of an account, and how often")
    public PlanView ofAccount(
            @Parameter(description = "The provider account", example = "0199f2a0-7c1e-7aaa-8bbb-0123456789ab")
                    @PathParam("id")
                    UUID accountId) {
        return plans.ofAccount(caller.get().workspaceId(), accountId);
    }

    @PUT
    @Path("/accounts/{id}/plan")
    @Allow(Role.ADMIN)
    @Operation(
            summary = "Sets what is polled of an account, and how often",
            description = "Replaces what was wanted before as a whole. The account is asked at once.")
    public PlanView setOfAccount(
            @Parameter(description = "The provider account", example = "0199f2a0-7c1e-7aaa-8bbb-0123456789ab")
                    @PathParam("id")
                    UUID accountId,
            @NotNull @Valid PlanChoiceView wanted) {
        return plans.setOfAccount(caller.get(), accountId, wanted.choice());
    }
}

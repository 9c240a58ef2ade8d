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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What is polled of one account. */
@Path("/api/v1/usage/accounts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Usage")
@RunOnVirtualThread
class AccountPlanResource {
    private final PlanService plans;
    private final CurrentCaller caller;

    AccountPlanResource(PlanService plans, CurrentCaller caller) {
        this.plans = plans;
        this.caller = caller;
    }

    @GET
    @Path("/{id}/plan")
    @Allow(Role.VIEWER)
    @Operation(summary = "What is polled of an account, and how often")
    public PlanView ofAccount(
            @Parameter(description = "The provider account", example = "0199f2a0-7c1e-7aaa-8bbb-0123456789ab")
                    @PathParam("id")
                    UUID accountId) {
        return plans.ofAccount(caller.get().workspaceId(), accountId);
    }

    @PUT
    @Path("/{id}/plan")
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

package io.leasehold.collector.poll;

import io.leasehold.kit.caller.Allow;
import io.leasehold.kit.caller.CurrentCaller;
import io.leasehold.kit.caller.Role;
import io.leasehold.kit.page.Page;
import io.leasehold.kit.problem.NotFoundProblem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/usage/accounts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Usage")
@RunOnVirtualThread
class AccountStatusResource {
    private final AccountStatusService statuses;
    private final RefreshService refreshes;
    private final CurrentCaller caller;

    AccountStatusResource(AccountStatusService statuses, RefreshService refreshes, CurrentCaller caller) {
        this.statuses = statuses;
        this.refreshes = refreshes;
        this.caller = caller;
    }

    @GET
    @Allow(Role.VIEWER)
    @Operation(summary = "How the provider of each account answers, and how fresh its figures are")
    public Page<AccountStatusView> list() {
        return new Page<>(statuses.list(caller.get().workspaceId()), null);
    }

    @POST
    @Path("/{id}/refresh")
    @Allow(Role.OPERATOR)
    @Operation(
            summary = "Asks the account's provider now",
            description = "A poll that is under way counts. Waits for it up to 20 seconds.")
    @APIResponse(
            responseCode = "200",
            description = "The provider was asked",
            content = @Content(schema = @Schema(implementation = AccountStatusView.class)))
    @APIResponse(
            responseCode = "202",
            description = "It is still being asked",
            content = @Content(schema = @Schema(implementation = AccountStatusView.class)))
    public RestResponse<AccountStatusView> refresh(
            @Parameter(description = "The provider account", example = "0199f2a0-7c1e-7aaa-8bbb-0123456789ab")
                    @PathParam("id")
                    UUID accountId)
            throws InterruptedException {
        boolean done = refreshes.refresh(caller.get(), accountId);
        AccountStatusView status = statuses.find(caller.get().workspaceId(), accountId)
                .orElseThrow(() -> new NotFoundProblem("provider account", accountId));
        return RestResponse.status(done ? Status.OK : Status.ACCEPTED, status);
    }
}

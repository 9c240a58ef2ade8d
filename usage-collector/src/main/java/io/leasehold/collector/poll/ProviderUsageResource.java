package io.leasehold.collector.poll;

import io.leasehold.kit.caller.Allow;
import io.leasehold.kit.caller.CurrentCaller;
import io.leasehold.kit.caller.Role;
import io.leasehold.kit.page.Page;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response.Status;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/usage/providers")
@Tag(name = "Usage")
@RunOnVirtualThread
class ProviderUsageResource {
    private final ProviderUsageService usage;
    private final RefreshService refreshes;
    private final CurrentCaller caller;

    ProviderUsageResource(ProviderUsageService usage, RefreshService refreshes, CurrentCaller caller) {
        this.usage = usage;
        this.refreshes = refreshes;
        this.caller = caller;
    }

    /** The providers that were asked. */
    @Schema(name = "RefreshedProviders")
    record Refreshed(
            @Schema(description = "What is known of them now")
            List<ProviderUsageView> items) {}

    @GET
    @Allow(Role.VIEWER)
    @Operation(
            summary = "Usage, spend and quotas of all providers, as they were read last",
            description = "No provider is asked for it. What one does not tell is said.")
    public Page<ProviderUsageView> list() {
        return new Page<>(usage.list(caller.get().workspaceId()), null);
    }

    @GET
    @Path("/{provider}")
    @Allow(Role.VIEWER)
    @Operation(summary = "Usage, spend and quotas of one provider, as they were read last")
    public ProviderUsageView get(
            @Parameter(description = "The provider", example = "anthropic") @PathParam("provider") String provider) {
        return usage.get(caller.get().workspaceId(), provider);
    }

    @POST
    @Path("/refresh")
    @Allow(Role.OPERATOR)
    @Operation(
            summary = "Asks all providers now, at the same time",
            description = "Polls that are under way count. Waits for them up to 20 seconds.")
    @APIResponse(
            responseCode = "200",
            description = "All were asked",
            content = @Content(schema = @Schema(implementation = Refreshed.class)))
    @APIResponse(
            responseCode = "202",
            description = "Some are still being asked",
            content = @Content(schema = @Schema(implementation = Refreshed.class)))
    public RestResponse<Refreshed> refreshAll() throws InterruptedException {
        UUID workspaceId = caller.get().workspaceId();
        boolean done = refreshes.refreshAll(caller.get(), null);
        return RestResponse.status(done ? Status.OK : Status.ACCEPTED, new Refreshed(usage.list(workspaceId)));
    }

    @POST
    @Path("/{provider}/refresh")
    @Allow(Role.OPERATOR)
    @Operation(
            summary = "Asks a provider now, about all of its accounts",
            description = "Polls that are under way count. Waits for them up to 20 seconds.")
    @APIResponse(
            responseCode = "200",
            description = "It was asked",
            content = @Content(schema = @Schema(implementation = ProviderUsageView.class)))
    @APIResponse(
            responseCode = "202",
            description = "It is still being asked",
            content = @Content(schema = @Schema(implementation = ProviderUsageView.class)))
    public RestResponse<ProviderUsageView> refresh(
            @Parameter(description = "The provider", example = "anthropic") @PathParam("provider") String provider)
            throws InterruptedException {
        UUID workspaceId = caller.get().workspaceId();
        usage.get(workspaceId, provider);
        boolean done = refreshes.refreshAll(caller.get(), provider);
        return RestResponse.status(done ? Status.OK : Status.ACCEPTED, usage.get(workspaceId, provider));
    }
}

package io.leasehold.key.account;

import io.leasehold.kit.caller.Allow;
import io.leasehold.kit.caller.CurrentCaller;
import io.leasehold.kit.caller.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** What there is at an account's provider. Lists are the provider's own, as a whole. */
@Path("/api/v1/provider-accounts/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Provider accounts")
@RunOnVirtualThread
class AtProviderResource {
    private static final String ID = "0199f2a4-7c1e-7b0a-9d52-5a3b0c0e7a11";

    private final AtProviderService provider;
    private final CurrentCaller caller;

    AtProviderResource(AtProviderService provider, CurrentCaller caller) {
        this.provider = provider;
        this.caller = caller;
    }

    @GET
    @Path("/capabilities")
    @Allow(Role.VIEWER)
    @Operation(summary = "What the account can be asked for, and what to do by hand where it can't")
    public List<CapabilityAnswer> capabilities(
            @Parameter(description = "Of the account", example = ID) @RestPath UUID id) {
        return provider.capabilities(caller.get(), id);
    }

    @GET
    @Path("/groups")
    @Allow(Role.OPERATOR)
    @Operation(summary = "The workspaces or projects that the account has at the provider")
    public List<GroupAnswer> groups(@Parameter(description = "Of the account", example = ID) @RestPath UUID id) {
        return provider.listGroups(caller.get(), id).stream()
                .map(GroupAnswer::of)
                .toList();
    }

    @POST
    @Path("/groups")
    @Allow(Role.ADMIN)
    @Operation(summary = "Make a workspace or project at the provider")
    @APIResponseSchema(value = GroupAnswer.class, responseCode = "201", responseDescription = "Made")
    public RestResponse<GroupAnswer> createGroup(
            @Parameter(description = "Of the account", example = ID) @RestPath UUID id,
            @NotNull @Valid CreateGroupRequest request) {
        return RestResponse.status(
                RestResponse.Status.CREATED, GroupAnswer.of(provider.createGroup(caller.get(), id, request.name())));
    }

    @GET
    @Path("/provider-keys")
    @Allow(Role.OPERATOR)
    @Operation(
            summary = "The keys that exist at the provider",
            description = "One is imported by adding it to the pool with its id and its secret.")
    public List<ProviderKeyAnswer> keys(@Parameter(description = "Of the account", example = ID) @RestPath UUID id) {
        return provider.listKeys(caller.get(), id);
    }
}

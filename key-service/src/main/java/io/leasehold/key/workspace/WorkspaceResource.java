package io.leasehold.key.workspace;

import io.leasehold.contracts.event.WorkspaceView;
import io.leasehold.kit.caller.Allow;
import io.leasehold.kit.caller.CurrentCaller;
import io.leasehold.kit.page.Page;
import io.leasehold.kit.page.PageRequest;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Workspaces. A call here names none: it is about all of them, or about one that isn't there yet. */
@Path("/api/v1/workspaces")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Workspaces")
@RunOnVirtualThread
@Allow(anyone = true)
class WorkspaceResource {
    private final WorkspaceService workspaces;
    private final CurrentCaller caller;

    WorkspaceResource(WorkspaceService workspaces, CurrentCaller caller) {
        this.workspaces = workspaces;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "The workspaces that the caller belongs to, by slug; all of them for a platform admin")
    public Page<WorkspaceAnswer> list(@RestQuery @Nullable Integer limit, @RestQuery @Nullable String cursor) {
        return workspaces.listFor(caller.get(), PageRequest.of(limit, cursor)).map(WorkspaceAnswer::of);
    }

    @GET
    @Path("/{workspace}")
    @Operation(summary = "One workspace that the caller belongs to")
    public WorkspaceAnswer get(
            @Parameter(description = "Its slug or id", example = "acme") @RestPath String workspace) {
        return WorkspaceAnswer.of(workspaces.get(caller.get(), workspace));
    }

    @PATCH
    @Path("/{workspace}")
    @Operation(
            summary = "Change a workspace's name and policies",
            description = "Its admins only. What is left out stays.")
    public WorkspaceAnswer update(
            @Parameter(description = "Its slug or id", example = "acme") @RestPath String workspace,
            @NotNull @Valid UpdateWorkspaceRequest request) {
        return WorkspaceAnswer.of(workspaces.update(caller.get(), workspace, request));
    }

    @DELETE
    @Path("/{workspace}")
    @Operation(
            summary = "Delete a workspace for good",
            description =
                    "Platform admins only. Refused while it has keys that are not revoked or retired, or provider accounts. Its slug is never used again.")
    @APIResponse(responseCode = "204", description = "Deleted, or was so before")
    public void delete(@Parameter(description = "Its slug or id", example = "acme") @RestPath String workspace) {
        workspaces.delete(caller.get(), workspace);
    }

    @POST
    @Operation(summary = "Add a workspace", description = "Platform admins only.")
    @APIResponseSchema(value = WorkspaceAnswer.class, responseCode = "201", responseDescription = "Added")
    public RestResponse<WorkspaceAnswer> add(@NotNull @Valid AddWorkspaceRequest request) {
        WorkspaceView added = workspaces.add(caller.get(), request.slug(), request.name());
        return RestResponse.ResponseBuilder.<WorkspaceAnswer>created(URI.create("/api/v1/workspaces/" + added.slug()))
                .entity(WorkspaceAnswer.of(added))
                .build();
    }
}

package io.leasehold.distribution.enrolment;

import io.leasehold.kit.caller.Allow;
import io.leasehold.kit.caller.CurrentCaller;
import io.leasehold.kit.caller.Role;
import io.leasehold.kit.page.Page;
import io.leasehold.kit.page.PageRequest;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Kubernetes service accounts whose pods are nodes of a workspace. */
@Path("/api/v1/nodes/bindings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Nodes")
@RunOnVirtualThread
class NodeBindingResource {
    private final EnrolmentService enrolment;
    private final CurrentCaller caller;

    NodeBindingResource(EnrolmentService enrolment, CurrentCaller caller) {
        this.enrolment = enrolment;
        this.caller = caller;
    }

    @POST
    @Allow(value = Role.ADMIN, apiTokens = false)
    @Operation(summary = "Take a Kubernetes service account into the workspace; it can be in no other")
    @APIResponseSchema(value = NodeBindingAnswer.class, responseCode = "201", responseDescription = "It is bound")
    public RestResponse<NodeBindingAnswer> bind(@NotNull @Valid BindRequest request) {
        return RestResponse.status(
                RestResponse.Status.CREATED, NodeBindingAnswer.of(enrolment.bind(caller.get(), request.subject())));
    }

    @GET
    @Allow(Role.ADMIN)
    @Operation(summary = "List service accounts that are bound to the workspace, the oldest first")
    public Page<NodeBindingAnswer> list(
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
        return enrolment
                .listBindings(caller.get().workspaceId(), PageRequest.of(limit, cursor))
                .map(NodeBindingAnswer::of);
    }

    @DELETE
    @Path("/{id}")
    @Allow(Role.ADMIN)
    @Operation(
            summary = "Let a service account go; its tokens are good for nothing here from now on",
            description =
                    "But that its pods may tell usage-collector of calls with what their node had leased, until the node is removed.")
    public void unbind(
            @Parameter(description = "The id of the binding.", example = "0199f0a2-5c1e-7bd0-9f1c-2d3e4f5a6b7c")
                    @PathParam("id")
                    UUID id) {
        enrolment.unbind(caller.get(), id);
    }
}

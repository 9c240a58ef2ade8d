package io.leasehold.distribution.enrolment;

import io.leasehold.kit.caller.Allow;
import io.leasehold.kit.caller.CurrentCaller;
import io.leasehold.kit.caller.Role;
import io.leasehold.kit.page.Page;
import io.leasehold.kit.page.PageRequest;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/nodes/enrolment-tokens")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Nodes")
@RunOnVirtualThread
class EnrolmentTokenResource {
    private final EnrolmentService enrolment;
    private final CurrentCaller caller;

    EnrolmentTokenResource(EnrolmentService enrolment, CurrentCaller caller) {
        this.enrolment = enrolment;
        this.caller = caller;
    }

    @POST
    @Allow(value = Role.ADMIN, apiTokens = false)
    @Operation(summary = "Make a token that lets one node in, once")
    @APIResponseSchema(value = EnrolmentTokenAnswer.class, responseCode = "201", responseDescription = "Made")
    public RestResponse<EnrolmentTokenAnswer> make(
            @RequestBody(required = false) @Valid @Nullable MakeTokenRequest request) {
        MakeTokenRequest wanted = request == null ? new MakeTokenRequest(null, null, null) : request;
        EnrolmentService.Made made = enrolment.makeToken(
                caller.get(), wanted.name(), wanted.ttl(), wanted.labels() == null ? Map.of() : wanted.labels());
        return RestResponse.ResponseBuilder.create(
                        RestResponse.Status.CREATED, EnrolmentTokenAnswer.of(made.token(), made.secret()))
                .header("Cache-Control", "no-store")
                .build();
    }

    @GET
    @Allow(Role.ADMIN)
    @Operation(summary = "List enrolment tokens, the newest first; what they are is not told")
    public Page<EnrolmentTokenAnswer> list(
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
        return enrolment
                .listTokens(caller.get().workspaceId(), PageRequest.of(limit, cursor))
                .map(EnrolmentTokenAnswer::of);
    }

    @DELETE
    @Path("/{id}")
    @Allow(Role.ADMIN)
    @Operation(summary = "Take back an enrolment token that nobody has used")
    public void revoke(
            @Parameter(description = "The id of the token.", example = "0199f0a2-5c1e-7bd0-9f1c-2d3e4f5a6b7c")
                    @PathParam("id")
                    UUID id) {
        enrolment.revokeToken(caller.get(), id);
    }
}

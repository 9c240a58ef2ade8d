package io.leasehold.key.revocation;

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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Ends keys for good. */
@Path("/api/v1/keys/{key}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Keys")
@RunOnVirtualThread
class RevocationResource {
    private final RevocationService revocations;
    private final AbandonService abandoning;
    private final CancelService cancelling;
    private final CurrentCaller caller;

    RevocationResource(
            RevocationService revocations, AbandonService abandoning, CancelService cancelling, CurrentCaller caller) {
        this.revocations = revocations;
        this.abandoning = abandoning;
        this.cancelling = cancelling;
        this.caller = caller;
    }

    @POST
    @Path("/revoke")
    @Allow(Role.ADMIN)
    @Operation(
            summary = "Revoke a key",
            description = "Goes on in the background, step by step; asked again, a step that waits is tried at once."
                    + " A dry run answers 200 with what would be done.")
    @APIResponse(
            responseCode = "200",
            description = "What would be done",
            content = @Content(schema = @Schema(implementation = RevocationAnswer.class)))
    @APIResponseSchema(value = RevocationAnswer.class, responseCode = "202", responseDescription = "Begun")
    public RestResponse<RevocationAnswer> revoke(
            @Parameter(description = "Its id or name", example = "production-1") @RestPath String key,
            @Valid @Nullable RevokeRequest body) {
        RevokeRequest request = body == null ? RevokeRequest.PLAIN : body;
        if (request.isDryRun()) {
            return RestResponse.ok(revocations.plan(caller.get(), key, request));
        }
        return RestResponse.status(RestResponse.Status.ACCEPTED, revocations.begin(caller.get(), key, request));
    }

    @GET
    @Path("/revocation")
    @Allow(Role.VIEWER)
    @Operation(summary = "How the revocation of a key stands")
    public RevocationAnswer get(
            @Parameter(description = "Its id or name", example = "production-1") @RestPath String key) {
        return revocations.get(caller.get(), key);
    }

    @POST
    @Path("/revocation/cancel")
    @Allow(Role.ADMIN)
    @Operation(
            summary = "Take a revocation back",
            description =
                    "As long as the key is used or drains; then it is as it was before. Answers 409 once its use has"
                            + " ended, which a forced revocation does at once.")
    public RevocationAnswer cancel(
            @Parameter(description = "Its id or name", example = "production-1") @RestPath String key,
            @Valid @Nullable CancelRequest request) {
        return cancelling.cancel(caller.get(), key, request == null ? null : request.reason());
    }

    @POST
    @Path("/revocation/abandon")
    @Allow(Role.ADMIN)
    @Operation(
            summary = "Give up waiting for proof that a key is dead",
            description =
                    "Only of a revocation that is stuck or awaits a person. The secret is destroyed and the key ends as"
                            + " revoked, with the reason; at the provider nothing is done.")
    @APIResponseSchema(value = RevocationAnswer.class, responseCode = "202", responseDescription = "Begun")
    public RestResponse<RevocationAnswer> abandon(
            @Parameter(description = "Its id or name", example = "production-1") @RestPath String key,
            @NotNull @Valid AbandonRequest request) {
        return RestResponse.status(
                RestResponse.Status.ACCEPTED, abandoning.abandon(caller.get(), key, request.reason()));
    }
}

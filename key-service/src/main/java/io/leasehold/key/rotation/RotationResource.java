package io.leasehold.key.rotation;

import io.leasehold.kit.caller.Allow;
import io.leasehold.kit.caller.CurrentCaller;
import io.leasehold.kit.caller.Role;
import io.leasehold.kit.page.Page;
import io.leasehold.kit.page.PageRequest;
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
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Gives keys other secrets, without a request that fails. */
@Path("/api/v1/keys/{key}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Keys")
@RunOnVirtualThread
@Allow(Role.ADMIN)
class RotationResource {
    private final RotationService rotations;
    private final ReplaceSecretService replacing;
    private final CurrentCaller caller;

    RotationResource(RotationService rotations, ReplaceSecretService replacing, CurrentCaller caller) {
        this.rotations = rotations;
        this.replacing = replacing;
        this.caller = caller;
    }

    @POST
    @Path("/rotate")
    @Operation(
            summary = "Rotate a key",
            description =
                    "Goes on in the background: a new secret is made at the provider, tried and served; once the old one is"
                            + " dry, or the overlap is over, it is revoked and destroyed. Id, leases and history stay. Where"
                            + " the provider can't make keys it is awaiting_secret: give one with POST …/secret; where the key"
                            + " takes its secret from a source, put another one there. Asked again"
                            + " while it is under way, a step that waits is tried at once, and force ends the overlap. A dry"
                            + " run answers 200 with what would be done.")
    @APIResponse(
            responseCode = "200",
            description = "What would be done",
            content = @Content(schema = @Schema(implementation = RotationAnswer.class)))
    @APIResponseSchema(value = RotationAnswer.class, responseCode = "202", responseDescription = "Begun")
    public RestResponse<RotationAnswer> rotate(
            @Parameter(description = "Its id or name", example = "production-1") @RestPath String key,
            @Valid @Nullable RotateRequest body) {
        RotateRequest request = body == null ? RotateRequest.PLAIN : body;
        return request.isDryRun()
                ? RestResponse.ok(rotations.plan(caller.get(), key, request))
                : accepted(rotations.begin(caller.get(), key, request));
    }

    @POST
    @Path("/secret")
    @Operation(
            summary = "Replace the secret of a key",
            description =
                    "With one that somebody made: it is tried at the provider and bound to its id there, as when a key is"
                            + " added, and then goes the way of a rotation, or to the one that is awaiting_secret. A key that"
                            + " takes its secret from a source is given none. The same"
                            + " secret again changes nothing.")
    @APIResponseSchema(value = RotationAnswer.class, responseCode = "202", responseDescription = "Taken")
    public RestResponse<RotationAnswer> replaceSecret(
            @Parameter(description = "Its id or name", example = "production-1") @RestPath String key,
            @NotNull @Valid ReplaceSecretRequest request) {
        return accepted(replacing.replace(caller.get(), key, request));
    }

    @GET
    @Path("/rotation")
    @Allow(Role.VIEWER)
    @Operation(summary = "How the rotation of a key stands, or how the last one ended")
    public RotationAnswer get(
            @Parameter(description = "Its id or name", example = "production-1") @RestPath String key) {
        return rotations.get(caller.get(), key);
    }

    @GET
    @Path("/rotations")
    @Allow(Role.VIEWER)
    @Operation(summary = "The rotations of a key, newest first")
    public Page<RotationAnswer> list(
            @Parameter(description = "Its id or name", example = "production-1") @RestPath String key,
            @RestQuery @Nullable Integer limit,
            @RestQuery @Nullable String cursor) {
        return rotations.list(caller.get(), key, PageRequest.of(limit, cursor));
    }

    @POST
    @Path("/rotation/roll-back")
    @Operation(
            summary = "Roll a rotation back",
            description =
                    "While can_be_rolled_back: the old secret is served, or goes on being served, and the new one goes:"
                            + " revoked at the provider where it was made by us, left alone there where somebody brought it.")
    @APIResponseSchema(value = RotationAnswer.class, responseCode = "202", responseDescription = "Turned round")
    public RestResponse<RotationAnswer> rollBack(
            @Parameter(description = "Its id or name", example = "production-1") @RestPath String key,
            @Valid @Nullable RollBackRequest body) {
        return accepted(rotations.rollBack(caller.get(), key, body == null ? null : body.reason()));
    }

    @POST
    @Path("/rotation/abandon")
    @Operation(
            summary = "Give up waiting for proof that the secret that goes is dead",
            description =
                    "Only of a rotation that is stuck or awaits a person at step revoke or confirm. That version is"
                            + " destroyed; at the provider nothing is done.")
    @APIResponseSchema(value = RotationAnswer.class, responseCode = "202", responseDescription = "Begun")
    public RestResponse<RotationAnswer> abandon(
            @Parameter(description = "Its id or name", example = "production-1") @RestPath String key,
            @NotNull @Valid AbandonRequest request) {
        return accepted(rotations.abandon(caller.get(), key, request.reason()));
    }

    private static RestResponse<RotationAnswer> accepted(RotationAnswer rotation) {
        return RestResponse.status(RestResponse.Status.ACCEPTED, rotation);
    }
}

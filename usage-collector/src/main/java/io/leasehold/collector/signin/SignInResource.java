package io.leasehold.collector.signin;

import io.leasehold.collector.pool.CallersToken;
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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/auth/github")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "GitHub sign-in")
@RunOnVirtualThread
class SignInResource {
    private final SignInService signIns;
    private final CurrentCaller caller;

    SignInResource(SignInService signIns, CurrentCaller caller) {
        this.signIns = signIns;
        this.caller = caller;
    }

    @GET
    @Path("/status")
    @Allow(Role.VIEWER)
    @Operation(summary = "Who has signed in to GitHub, and who is about to")
    public GitHubStatusView status() {
        return signIns.status(caller.get().workspaceId());
    }

    @POST
    @Path("/device")
    @Allow(Role.ADMIN)
    @Operation(
            summary = "Begin a sign-in",
            description =
                    "The user opens verification_uri, types user_code in and agrees. Then poll: the token becomes a key of the"
                            + " account, and is shown to nobody.")
    public GitHubSignInView device(@Valid @Nullable StartSignInRequest request) {
        return signIns.start(caller.get(), request == null ? null : request.accountId());
    }

    @POST
    @Path("/poll")
    @Allow(Role.ADMIN)
    @Operation(
            summary = "Ask whether the user has signed in",
            description =
                    "Once they have, their token is added as a key in your name, or takes the place of the one that they signed"
                            + " in with before. Calls before the interval is over get the sign-in as it stands.")
    public GitHubSignInView poll(@NotNull @Valid SignInRequest request, @Context HttpHeaders headers) {
        return signIns.poll(
                caller.get(), CallersToken.of(headers, caller.get().workspace().slug()), request.id());
    }

    @POST
    @Path("/logout")
    @Allow(Role.ADMIN)
    @Operation(
            summary = "Sign a user out, or give a sign-in up",
            description =
                    "The key is revoked in your name. GitHub can't be told to end a token: the key waits for its user to end it"
                            + " at github.com under Settings, Applications.")
    public GitHubSignInView logout(@NotNull @Valid SignInRequest request, @Context HttpHeaders headers) {
        return signIns.logout(
                caller.get(), CallersToken.of(headers, caller.get().workspace().slug()), request.id());
    }
}

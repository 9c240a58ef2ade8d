package io.leasehold.key.apikey;

import io.leasehold.kit.caller.Allow;
import io.leasehold.kit.caller.CurrentCaller;
import io.leasehold.kit.caller.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Takes keys out of use and back. */
@Path("/api/v1/keys/{key}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Keys")
@RunOnVirtualThread
class KeyStateResource {
    private final KeyStateService states;
    private final CurrentCaller caller;

    KeyStateResource(KeyStateService states, CurrentCaller caller) {
        this.states = states;
        this.caller = caller;
    }

    @POST
    @Path("/disable")
    @Allow(Role.OPERATOR)
    @Operation(
            summary = "Take a key out of use for a while",
            description = "Gateways refuse it at once; at the provider it stays as it is.")
    public KeyAnswer disable(
            @Parameter(description = "Its id or name", example = "production-1") @RestPath String key,
            @Valid @Nullable KeyActRequest request) {
        return act(key, KeyAct.DISABLE, request);
    }

    @POST
    @Path("/enable")
    @Allow(Role.OPERATOR)
    @Operation(summary = "Take a disabled or retired key into use again")
    public KeyAnswer enable(
            @Parameter(description = "Its id or name", example = "production-1") @RestPath String key,
            @Valid @Nullable KeyActRequest request) {
        return act(key, KeyAct.ENABLE, request);
    }

    @POST
    @Path("/retire")
    @Allow(Role.ADMIN)
    @Operation(
            summary = "Take a key out of the pool and leave it alive at the provider",
            description = "It stays listed with its history; its secret stays in the secret store.")
    public KeyAnswer retire(
            @Parameter(description = "Its id or name", example = "production-1") @RestPath String key,
            @Valid @Nullable KeyActRequest request) {
        return act(key, KeyAct.RETIRE, request);
    }

    private KeyAnswer act(String key, KeyAct act, @Nullable KeyActRequest request) {
        KeyActRequest given = request == null ? KeyActRequest.PLAIN : request;
        return KeyAnswer.of(states.act(caller.get(), key, act, given.reason()));
    }
}

package io.leasehold.key.apikey;

import io.leasehold.kit.caller.Allow;
import io.leasehold.kit.caller.CurrentCaller;
import io.leasehold.kit.caller.Role;
import io.leasehold.kit.idempotency.Idempotent;
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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The pool of API keys. */
@Path("/api/v1/keys")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Keys")
@RunOnVirtualThread
@Allow(Role.VIEWER)
class KeyResource {
    private final KeyService keys;
    private final AddKeyService adding;
    private final BindKeyService binding;
    private final VerifyKeyService verifying;
    private final CurrentCaller caller;

    KeyResource(
            KeyService keys,
            AddKeyService adding,
            BindKeyService binding,
            VerifyKeyService verifying,
            CurrentCaller caller) {
        this.keys = keys;
        this.adding = adding;
        this.binding = binding;
        this.verifying = verifying;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "The workspace's keys, newest first, also those that have ended")
    public Page<KeyAnswer> list(
            @Parameter(description = "Only keys in that state", example = "active") @RestQuery @Nullable String state,
            @Parameter(description = "Only keys of the provider with that id", example = "anthropic")
                    @RestQuery
                    @Nullable
                    String provider,
            @Parameter(
                            description =
                                    "Only keys with this in their name, tags or last four characters; upper and lower case are alike",
                            example = "web")
                    @RestQuery
                    @Nullable
                    String text,
            @RestQuery @Nullable Integer limit,
            @RestQuery @Nullable String cursor) {
        return keys.list(caller.get(), KeyFilter.of(state, provider, text), PageRequest.of(limit, cursor))
                .map(KeyAnswer::of);
    }

    @GET
    @Path("/{key}")
    @Operation(summary = "One key, by its id or name")
    public KeyAnswer get(@Parameter(description = "Its id or name", example = "production-1") @RestPath String key) {
        return KeyAnswer.of(keys.get(caller.get(), key));
    }

    @POST
    @Allow(Role.ADMIN)
    @Idempotent
    @Operation(
            summary = "Add a key to the pool",
            description = "The secret is tried at the provider first and goes straight to the secret store.")
    @APIResponseSchema(value = KeyAnswer.class, responseCode = "201", responseDescription = "Added")
    public RestResponse<KeyAnswer> add(@NotNull @Valid AddKeyRequest request) {
        KeyAnswer added = adding.add(caller.get(), request);
        return RestResponse.ResponseBuilder.<KeyAnswer>created(added.location())
                .entity(added)
                .build();
    }

    @POST
    @Path("/{key}/bind")
    @Allow(Role.ADMIN)
    @Operation(
            summary = "Confirm which of the provider's keys it is",
            description = "Only a bound key can be revoked by API.")
    public KeyAnswer bind(
            @Parameter(description = "Its id or name", example = "production-1") @RestPath String key,
            @NotNull @Valid BindKeyRequest request) {
        ApiKey bound = binding.bind(caller.get(), key, request.providerKeyId());
        return KeyAnswer.of(keys.get(caller.get(), bound.keyId().toString()));
    }

    @POST
    @Path("/{key}/verify")
    @Allow(Role.OPERATOR)
    @Operation(summary = "Ask the provider whether it accepts the key now", description = "Nothing is billed.")
    public CheckAnswer verify(
            @Parameter(description = "Its id or name", example = "production-1") @RestPath String key) {
        return CheckAnswer.of(verifying.verify(caller.get(), key));
    }
}

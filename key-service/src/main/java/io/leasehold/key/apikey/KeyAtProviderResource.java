package io.leasehold.key.apikey;

import io.leasehold.kit.caller.Allow;
import io.leasehold.kit.caller.CurrentCaller;
import io.leasehold.kit.caller.Role;
import io.leasehold.kit.idempotency.Idempotent;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** Keys as their providers have them. What a provider lacks is a problem that names the manual step. */
@Path("/api/v1/keys")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Keys")
@RunOnVirtualThread
class KeyAtProviderResource {
    private final CreateKeyService creating;
    private final KeyAtProviderService provider;
    private final CurrentCaller caller;

    KeyAtProviderResource(CreateKeyService creating, KeyAtProviderService provider, CurrentCaller caller) {
        this.creating = creating;
        this.provider = provider;
        this.caller = caller;
    }

    @POST
    @Path("/create")
    @Allow(Role.ADMIN)
    @Idempotent
    @Operation(
            summary = "Make a key at the provider and add it to the pool",
            description = "Its secret goes straight to the secret store; nobody sees it.")
    @APIResponseSchema(value = KeyAnswer.class, responseCode = "201", responseDescription = "Made and added")
    public RestResponse<KeyAnswer> create(@NotNull @Valid CreateKeyRequest request) {
        KeyAnswer created = creating.create(caller.get(), request);
        return RestResponse.ResponseBuilder.<KeyAnswer>created(created.location())
                .entity(created)
                .build();
    }

    @GET
    @Path("/{key}/provider")
    @Allow(Role.OPERATOR)
    @Operation(summary = "What the provider says now of a key's limit and spend")
    public ProviderSpendAnswer spend(
            @Parameter(description = "Its id or name", example = "production-1") @RestPath String key) {
        return ProviderSpendAnswer.of(provider.spend(caller.get(), key));
    }

    @PUT
    @Path("/{key}/provider/limit")
    @Allow(Role.ADMIN)
    @Operation(summary = "Set what a key may spend at its provider")
    public ProviderSpendAnswer setLimit(
            @Parameter(description = "Its id or name", example = "production-1") @RestPath String key,
            @NotNull @Valid ProviderLimitRequest request) {
        return ProviderSpendAnswer.of(provider.setLimit(caller.get(), key, request.limit()));
    }

    @POST
    @Path("/{key}/provider/disable")
    @Allow(Role.ADMIN)
    @Operation(summary = "Switch a key off, first here and then at its provider")
    public KeyAnswer disable(
            @Parameter(description = "Its id or name", example = "production-1") @RestPath String key) {
        return KeyAnswer.of(provider.disable(caller.get(), key));
    }

    @POST
    @Path("/{key}/provider/enable")
    @Allow(Role.ADMIN)
    @Operation(summary = "Switch a key on again, first at its provider and then here")
    public KeyAnswer enable(@Parameter(description = "Its id or name", example = "production-1") @RestPath String key) {
        return KeyAnswer.of(provider.enable(caller.get(), key));
    }
}

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
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
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
    private final AddKeysService addingMany;
    private final BindKeyService binding;
    private final UpdateKeyService updating;
    private final LeaveSourceService leaving;
    private final CurrentCaller caller;

    KeyResource(
            KeyService keys,
            AddKeyService adding,
            AddKeysService addingMany,
            BindKeyService binding,
            UpdateKeyService updating,
            LeaveSourceService leaving,
            CurrentCaller caller) {
        this.keys = keys;
        this.adding = adding;
        this.addingMany = addingMany;
        this.binding = binding;
        this.updating = updating;
        this.leaving = leaving;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "The workspace's keys, also those that have ended")
    public Page<KeyAnswer> list(
            @BeanParam KeyQuery query,
            @Parameter(
                            description =
                                    "The order: created_at or name, with a minus for the other way round; newest first where left out",
                            example = "-created_at")
                    @RestQuery
                    @Nullable
                    String sort,
            @RestQuery @Nullable Integer limit,
            @RestQuery @Nullable String cursor) {
        return keys.list(caller.get(), query.filter(), KeySort.of(sort), PageRequest.of(limit, cursor))
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
            description =
                    "The secret is tried at the provider first and goes straight to the secret store. Give it, or name the source"
                            + " that it comes from.")
    @APIResponseSchema(value = KeyAnswer.class, responseCode = "201", responseDescription = "Added")
    public RestResponse<KeyAnswer> add(@NotNull @Valid AddKeyRequest request) {
        KeyAnswer added = adding.add(caller.get(), request);
        return RestResponse.ResponseBuilder.<KeyAnswer>created(added.location())
                .entity(added)
                .build();
    }

    @POST
    @Path("/batch")
    @Allow(Role.ADMIN)
    @Idempotent
    @Operation(
            summary = "Add many keys to the pool, each of them for itself",
            description =
                    "At most 100 at once. Where one can't be added, the others are nevertheless; the answer says what became of each.")
    public AddKeysAnswer addAll(@NotNull @Valid AddKeysRequest request) {
        return addingMany.add(caller.get(), request);
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

    @PATCH
    @Path("/{key}")
    @Allow(Role.ADMIN)
    @Operation(summary = "Rename, label or tag a key, or change its models")
    public KeyAnswer update(
            @Parameter(description = "Its id or name", example = "production-1") @RestPath String key,
            @NotNull @Valid UpdateKeyRequest request) {
        return KeyAnswer.of(updating.update(caller.get(), key, request));
    }

    @DELETE
    @Path("/{key}/source")
    @Allow(Role.ADMIN)
    @Operation(
            summary = "Let a key leave its source",
            description =
                    "It keeps the secret that it has; from now on people give it another one, or its provider makes one. Where it"
                            + " has no source nothing is done.")
    public KeyAnswer leaveSource(
            @Parameter(description = "Its id or name", example = "production-1") @RestPath String key) {
        return KeyAnswer.of(leaving.leave(caller.get(), key));
    }
}

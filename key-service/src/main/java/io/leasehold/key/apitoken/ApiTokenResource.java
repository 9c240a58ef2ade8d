package io.leasehold.key.apitoken;

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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The API tokens of a workspace. What changes them is for people: a token that leaked must not outlive its revocation. */
@Path("/api/v1/tokens")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "API tokens")
@RunOnVirtualThread
@Allow(value = Role.ADMIN, inDomain = Role.ADMIN)
class ApiTokenResource {
    private static final String WHICH = "Its id, or the name of one that is not revoked";

    private final ApiTokenService tokens;
    private final CurrentCaller caller;

    ApiTokenResource(ApiTokenService tokens, CurrentCaller caller) {
        this.tokens = tokens;
        this.caller = caller;
    }

    @GET
    @Operation(
            summary = "The workspace's API tokens, the newest first",
            description = "Also those that are expired or revoked. The tokens themselves are not shown.")
    public Page<ApiTokenAnswer> list(@RestQuery @Nullable Integer limit, @RestQuery @Nullable String cursor) {
        return tokens.list(caller.get(), PageRequest.of(limit, cursor));
    }

    @GET
    @Path("/{token}")
    @Operation(summary = "One API token")
    public ApiTokenAnswer get(@Parameter(description = WHICH, example = "billing-export") @RestPath String token) {
        return tokens.get(caller.get(), token);
    }

    @POST
    @Allow(value = Role.ADMIN, inDomain = Role.ADMIN, apiTokens = false)
    @Idempotent
    @Operation(
            summary = "Create an API token",
            description =
                    "It is shown in this answer and never again. Within two seconds every service accepts it. A retry with the same Idempotency-Key gets the same token with another secret, and the one before is good no more. An API token can't create others.")
    @APIResponseSchema(value = ApiTokenAnswer.class, responseCode = "201", responseDescription = "Created")
    public RestResponse<ApiTokenAnswer> create(@NotNull @Valid CreateApiTokenRequest request) {
        ApiTokenAnswer created = tokens.create(caller.get(), request);
        return RestResponse.ResponseBuilder.<ApiTokenAnswer>created(created.location())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(created)
                .build();
    }

    @POST
    @Path("/{token}/revoke")
    @Allow(value = Role.ADMIN, inDomain = Role.ADMIN, apiTokens = false)
    @Operation(
            summary = "Revoke an API token for good",
            description = "Within two seconds every service refuses it. One that is revoked already stays so.")
    public ApiTokenAnswer revoke(@Parameter(description = WHICH, example = "billing-export") @RestPath String token) {
        return tokens.revoke(caller.get(), token);
    }
}

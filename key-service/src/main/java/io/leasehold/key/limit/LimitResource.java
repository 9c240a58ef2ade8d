package io.leasehold.key.limit;

import io.leasehold.kit.caller.Allow;
import io.leasehold.kit.caller.CurrentCaller;
import io.leasehold.kit.caller.Role;
import io.leasehold.kit.page.Page;
import io.leasehold.kit.page.PageRequest;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Spend limits of keys, nodes, domains, users and the workspace. */
@Path("/api/v1/limits")
@Tag(name = "Limits")
@RunOnVirtualThread
@Allow(value = Role.VIEWER, inDomain = Role.VIEWER)
class LimitResource {
    private final LimitService limits;
    private final CurrentCaller caller;

    LimitResource(LimitService limits, CurrentCaller caller) {
        this.limits = limits;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "The limits of every scope that has some, or of the ones asked for")
    public Page<ScopeLimitsAnswer> list(
            @Parameter(
                            description = "Only limits on things of that kind: key, node, domain, user or workspace",
                            example = "key")
                    @RestQuery
                    @Nullable
                    String scope,
            @Parameter(
                            description = "Only limits on the thing with that id",
                            example = "0199f2a4-7c1e-7b0a-9d52-5a3b0c0e7a11")
                    @RestQuery("scope_id")
                    @Nullable
                    String scopeId,
            @RestQuery @Nullable Integer limit,
            @RestQuery @Nullable String cursor) {
        return limits.list(
                caller.get(), scope == null ? null : ScopeTarget.scope(scope), scopeId, PageRequest.of(limit, cursor));
    }

    @GET
    @Path("/{scope}/{scope_id}")
    @Operation(summary = "The limits of one scope")
    public ScopeLimitsAnswer get(
            @Parameter(description = "key, node, domain, user or workspace", example = "key") @RestPath String scope,
            @Parameter(
                            description =
                                    "Id of the node; id or name of the key, domain or workspace; name of the user",
                            example = "production-1")
                    @RestPath("scope_id")
                    String scopeId) {
        return limits.get(caller.get(), ScopeTarget.scope(scope), scopeId);
    }

    @PUT
    @Path("/{scope}/{scope_id}")
    @Allow(Role.ADMIN)
    @Operation(
            summary = "Set all limits of one scope",
            description =
                    "Limits of spend that are left out end; an empty list ends all of them. Rates that are left out stay.")
    public ScopeLimitsAnswer set(
            @Parameter(description = "key, node, domain, user or workspace", example = "key") @RestPath String scope,
            @Parameter(
                            description =
                                    "Id of the node; id or name of the key, domain or workspace; name of the user",
                            example = "production-1")
                    @RestPath("scope_id")
                    String scopeId,
            @NotNull @Valid SetLimitsRequest request) {
        return limits.set(caller.get(), ScopeTarget.scope(scope), scopeId, request);
    }
}

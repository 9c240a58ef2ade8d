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
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Spend limits of keys, nodes, domains, users and the workspace. */
@Path("/api/v1/limits")
@Tag(name = "Limits")
@RunOnVirtualThread
@Allow(Role.VIEWER)
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
            @RestQuery @Nullable String scope,
            @RestQuery("scope_id") @Nullable String scopeId,
            @RestQuery @Nullable Integer limit,
            @RestQuery @Nullable String cursor) {
        return limits.list(
                        caller.get(),
                        scope == null ? null : ScopeTarget.scope(scope),
                        scopeId,
                        PageRequest.of(limit, cursor))
                .map(ScopeLimitsAnswer::of);
    }

    @GET
    @Path("/{scope}/{scope_id}")
    @Operation(summary = "The limits of one scope")
    public ScopeLimitsAnswer get(@RestPath String scope, @RestPath("scope_id") String scopeId) {
        return limits.get(caller.get(), ScopeTarget.scope(scope), scopeId);
    }

    @PUT
    @Path("/{scope}/{scope_id}")
    @Allow(Role.ADMIN)
    @Operation(summary = "Set all limits of one scope", description = "What is left out ends. An empty list ends all.")
    public ScopeLimitsAnswer set(
            @RestPath String scope, @RestPath("scope_id") String scopeId, @NotNull @Valid SetLimitsRequest request) {
        return ScopeLimitsAnswer.of(limits.set(caller.get(), ScopeTarget.scope(scope), scopeId, request));
    }
}

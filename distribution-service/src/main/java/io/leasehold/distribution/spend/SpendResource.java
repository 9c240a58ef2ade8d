package io.leasehold.distribution.spend;

import io.leasehold.contracts.Scope;
import io.leasehold.distribution.limit.ScopeKey;
import io.leasehold.kit.caller.Allow;
import io.leasehold.kit.caller.CurrentCaller;
import io.leasehold.kit.caller.Role;
import io.leasehold.kit.page.Page;
import io.leasehold.kit.page.PageRequest;
import io.leasehold.kit.problem.NotFoundProblem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/spend")
@Tag(name = "Spend")
@RunOnVirtualThread
class SpendResource {
    private final SpendService spend;
    private final CurrentCaller caller;

    SpendResource(SpendService spend, CurrentCaller caller) {
        this.spend = spend;
        this.caller = caller;
    }

    @GET
    @Allow(value = Role.VIEWER, inDomain = Role.VIEWER)
    @Operation(
            summary = "List what is spent of the limits that are set, those that will be hit first before the others",
            description =
                    "What is spent moves while pages are read, so that a limit may be on two of them. Whose role is for some domains only sees limits of those. A lease's own limit is told of the lease.")
    public Page<SpendAnswer.Item> list(
            @Parameter(
                            description = "Only limits of this kind of thing: key, node, domain, user or workspace.",
                            example = "key")
                    @QueryParam("scope")
                    @Nullable
                    Scope scope,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return spend.list(caller.get(), scope, PageRequest.of(limit, cursor)).map(SpendAnswer.Item::of);
    }

    @GET
    @Path("/{scope}/{scope_id}")
    @Allow(value = Role.VIEWER, inDomain = Role.VIEWER)
    @Operation(
            summary = "Show what a lease, key, node, domain, user or workspace has spent, is holding and has left",
            description = "Whose role is for some domains only sees those, and leases for them.")
    public SpendAnswer get(
            @Parameter(
                            description = "What kind of thing: lease, key, node, domain, user or workspace.",
                            example = "key")
                    @PathParam("scope")
                    String scope,
            @Parameter(
                            description =
                                    "Which one: an id, or the name of a user or of a domain that is not registered.",
                            example = "0199f0a2-5c1e-7bd0-9f1c-2d3e4f5a6b7c")
                    @PathParam("scope_id")
                    String scopeId) {
        return SpendAnswer.of(
                spend.current(caller.get(), new ScopeKey(caller.get().workspaceId(), scope(scope), scopeId)));
    }

    private static Scope scope(String name) {
        try {
            return Scope.of(name);
        } catch (IllegalArgumentException unknown) {
            throw new NotFoundProblem("scope", name);
        }
    }
}

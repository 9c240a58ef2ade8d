package io.leasehold.distribution.spend;

import io.leasehold.contracts.Scope;
import io.leasehold.distribution.limit.ScopeKey;
import io.leasehold.kit.caller.Allow;
import io.leasehold.kit.caller.CurrentCaller;
import io.leasehold.kit.caller.Role;
import io.leasehold.kit.problem.NotFoundProblem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

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

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
    @Allow(Role.VIEWER)
    @Operation(summary = "Show what a lease, key, node, domain, user or workspace has spent, is holding and has left")
    public SpendAnswer get(@PathParam("scope") String scope, @PathParam("scope_id") String scopeId) {
        return SpendAnswer.of(spend.current(new ScopeKey(caller.get().workspaceId(), scope(scope), scopeId)));
    }

    private static Scope scope(String name) {
        try {
            return Scope.of(name);
        } catch (IllegalArgumentException unknown) {
            throw new NotFoundProblem("scope", name);
        }
    }
}

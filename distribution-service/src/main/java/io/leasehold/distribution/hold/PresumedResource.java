package io.leasehold.distribution.hold;

import io.leasehold.contracts.Scope;
import io.leasehold.distribution.limit.ScopeKey;
import io.leasehold.kit.caller.Allow;
import io.leasehold.kit.caller.CurrentCaller;
import io.leasehold.kit.caller.Role;
import io.leasehold.kit.problem.NotFoundProblem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Money that counts as spent because a gateway replica, or a direct lease, is gone. */
@Path("/api/v1/spend/{scope}/{scope_id}/presumed")
@Tag(name = "Spend")
@RunOnVirtualThread
class PresumedResource {
    private final PresumedService presumed;
    private final CurrentCaller caller;

    PresumedResource(PresumedService presumed, CurrentCaller caller) {
        this.presumed = presumed;
        this.caller = caller;
    }

    @POST
    @Path("/release")
    @Allow(Role.ADMIN)
    @Operation(
            summary = "Let money be spent again that was presumed to be spent and was not",
            description =
                    "What a gateway replica had set aside when it was lost, and what a direct lease did not tell of, counts as spent for good."
                            + " Whoever knows better, from the provider's bill, says so here. It is audited. Requests that are told of"
                            + " afterwards count in full, so that a limit may be exceeded by as much as was released wrongly. 409 while a gateway that is only cut off may still be"
                            + " spending it.")
    public PresumedReleasedAnswer release(
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
                    String scopeId,
            @NotNull @Valid ReleasePresumedRequest request) {
        return presumed.release(caller.get(), new ScopeKey(caller.get().workspaceId(), scope(scope), scopeId), request);
    }

    private static Scope scope(String name) {
        try {
            return Scope.of(name);
        } catch (IllegalArgumentException unknown) {
            throw new NotFoundProblem("scope", name);
        }
    }
}

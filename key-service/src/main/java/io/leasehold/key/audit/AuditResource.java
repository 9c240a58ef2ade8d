package io.leasehold.key.audit;

import io.leasehold.kit.caller.Allow;
import io.leasehold.kit.caller.CurrentCaller;
import io.leasehold.kit.caller.Role;
import io.leasehold.kit.page.Page;
import io.leasehold.kit.page.PageRequest;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The audit log of a workspace. */
@Path("/api/v1/audit")
@Tag(name = "Audit")
@RunOnVirtualThread
@Allow(Role.ADMIN)
class AuditResource {
    private final AuditService audit;
    private final CurrentCaller caller;

    AuditResource(AuditService audit, CurrentCaller caller) {
        this.audit = audit;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "What was done in the workspace, newest first")
    public Page<AuditAnswer> list(
            @Parameter(description = "Only what was done in that way", example = "key.revoke") @RestQuery @Nullable
                    String action,
            @Parameter(
                            description = "Only what was done to the thing with that id",
                            example = "0199f2a4-7c1e-7b0a-9d52-5a3b0c0e7a10")
                    @RestQuery
                    @Nullable
                    String target,
            @RestQuery @Nullable Integer limit,
            @RestQuery @Nullable String cursor) {
        PageRequest page = PageRequest.of(limit, cursor);
        return audit.list(caller.get(), AuditFilter.of(page, action, target), page)
                .map(AuditAnswer::of);
    }
}

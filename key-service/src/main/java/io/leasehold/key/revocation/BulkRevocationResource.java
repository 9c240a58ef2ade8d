package io.leasehold.key.revocation;

import io.leasehold.key.apikey.KeyQuery;
import io.leasehold.kit.caller.Allow;
import io.leasehold.kit.caller.CurrentCaller;
import io.leasehold.kit.caller.Role;
import io.leasehold.kit.page.Page;
import io.leasehold.kit.page.PageRequest;
import io.leasehold.kit.problem.InvalidRequestProblem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Ends many keys for good. */
@Path("/api/v1/keys/revoke")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Keys")
@RunOnVirtualThread
class BulkRevocationResource {
    private static final int MOST_AT_ONCE = 100;

    private final BulkRevocationService revocations;
    private final CurrentCaller caller;

    BulkRevocationResource(BulkRevocationService revocations, CurrentCaller caller) {
        this.revocations = revocations;
        this.caller = caller;
    }

    @POST
    @Allow(Role.ADMIN)
    @Operation(
            summary = "Revoke many keys, newest first",
            description =
                    "Takes at least one filter and at most 100 keys at once; next_cursor goes on. Asked again, steps that"
                            + " wait are tried at once. A dry run changes nothing.")
    public Page<BulkRevocationAnswer> revoke(
            @BeanParam KeyQuery query,
            @RestQuery @Nullable Integer limit,
            @RestQuery @Nullable String cursor,
            @Valid @Nullable RevokeRequest body) {
        PageRequest page = PageRequest.of(limit, cursor);
        if (page.limit() > MOST_AT_ONCE) {
            throw new InvalidRequestProblem("limit", "must be from 1 to " + MOST_AT_ONCE);
        }
        return revocations.revoke(caller.get(), query.filter(), page, body == null ? RevokeRequest.PLAIN : body);
    }
}

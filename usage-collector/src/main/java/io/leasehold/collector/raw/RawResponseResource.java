package io.leasehold.collector.raw;

import io.leasehold.kit.caller.Allow;
import io.leasehold.kit.caller.CurrentCaller;
import io.leasehold.kit.caller.Role;
import io.leasehold.kit.page.Page;
import io.leasehold.kit.page.PageRequest;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/usage/raw-responses")
@Tag(name = "Usage")
@RunOnVirtualThread
class RawResponseResource {
    private final RawResponseService responses;
    private final CurrentCaller caller;

    RawResponseResource(RawResponseService responses, CurrentCaller caller) {
        this.responses = responses;
        this.caller = caller;
    }

    @GET
    @Allow(Role.OPERATOR)
    @Operation(
            summary = "What providers answered to polls, the newest first",
            description = "Kept for a few days, without secrets. The answers themselves are read one by one.")
    public Page<RawResponseView> list(
            @Parameter(description = "Of this account only", example = "0199f2a0-7c1e-7aaa-8bbb-0123456789ab")
                    @QueryParam("account_id")
                    @Nullable
                    UUID accountId,
            @Parameter(description = "How many items a page holds, 1 to 500; 50 where left out", example = "50")
                    @QueryParam("limit")
                    @Nullable
                    Integer limit,
            @Parameter(
                            description = "next_cursor of the page before; the first page where left out",
                            example = "MDE5OWYwMDA")
                    @QueryParam("cursor")
                    @Nullable
                    String cursor) {
        return responses.list(caller.get().workspaceId(), accountId, PageRequest.of(limit, cursor));
    }

    @GET
    @Path("/{id}")
    @Allow(Role.OPERATOR)
    @Operation(summary = "What a provider answered, word for word but for secrets")
    public RawResponseDetailView get(
            @Parameter(description = "The answer", example = "0199f2a0-7c1e-7aaa-8bbb-0123456789ad") @PathParam("id")
                    UUID id) {
        return responses.get(caller.get().workspaceId(), id);
    }
}

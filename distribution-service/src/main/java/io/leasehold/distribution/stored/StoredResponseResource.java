package io.leasehold.distribution.stored;

import io.leasehold.contracts.stored.StoredResponseAnswer;
import io.leasehold.kit.caller.Allow;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** For a gateway whose client goes on from an answer that another replica gave it, or one that is gone. */
@Path("/internal/v1/stored-responses")
@Tag(name = "Stored responses")
@Allow(services = "gateway")
@RunOnVirtualThread
class StoredResponseResource {
    private static final String SOME_ID = "0199f000-0000-7000-8000-000000000001";

    private final StoredResponseService stored;

    StoredResponseResource(StoredResponseService stored) {
        this.stored = stored;
    }

    @GET
    @Path("/{id_hash}")
    @Operation(
            summary = "Find an answer that its provider keeps and that this lease was given",
            description = "404 for any other, and for one that is not told yet or was forgotten"
                    + " (leasehold.stored-responses.keep).")
    public StoredResponseAnswer get(
            @Parameter(
                            description = "SHA-256 of the provider's id of it, in lower-case hex.",
                            example = "b5bb9d8014a0f9b1d61e21e796d78dccdf1352f23cd32812f4850b878ae4944c")
                    @PathParam("id_hash")
                    @Pattern(regexp = "[0-9a-f]{64}", message = "must be SHA-256 in lower-case hex")
                    String idHash,
            @Parameter(description = "The lease's workspace.", example = SOME_ID) @QueryParam("workspace") @NotNull
                    UUID workspaceId,
            @Parameter(description = "The lease's provider.", example = "openai") @QueryParam("provider") @NotNull
                    String provider,
            @Parameter(description = "The lease that wants to go on from it.", example = SOME_ID)
                    @QueryParam("lease")
                    @NotNull
                    UUID leaseId) {
        return stored.get(workspaceId, provider, idHash, leaseId);
    }
}

package io.leasehold.collector.ingest;

import io.leasehold.kit.caller.Allow;
import io.leasehold.kit.caller.CurrentCaller;
import io.leasehold.kit.caller.Role;
import io.leasehold.kit.problem.InvalidRequestProblem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/usage/reports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Usage")
@RunOnVirtualThread
class ReportsResource {
    private final IngestService ingest;
    private final IngestConfig config;
    private final CurrentCaller caller;

    ReportsResource(IngestService ingest, IngestConfig config, CurrentCaller caller) {
        this.ingest = ingest;
        this.config = config;
        this.caller = caller;
    }

    @POST
    @Allow(Role.NODE)
    @Operation(
            summary = "Tell of calls that the node made with the key of a direct lease of its own",
            description =
                    "Each counts once, however often it is told, priced by the price book. What can't count is named in the"
                            + " answer; the others count all the same.")
    public ReportsAnswer report(@NotNull @Valid ReportsRequest request) {
        if (request.reports().size() > config.mostReports()) {
            throw new InvalidRequestProblem(
                    "reports", "are more than " + config.mostReports() + " at once; send them in parts");
        }
        return ReportsAnswer.of(ingest.take(caller.get(), request.calls()));
    }
}

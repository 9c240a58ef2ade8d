package io.leasehold.analytics.ledger;

import io.leasehold.analytics.range.TimeRange;
import io.leasehold.kit.caller.Allow;
import io.leasehold.kit.caller.CurrentCaller;
import io.leasehold.kit.caller.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/stats/rebuild")
@Tag(name = "Statistics")
@RunOnVirtualThread
class RebuildResource {
    private final RebuildService rebuilds;
    private final CurrentCaller caller;

    RebuildResource(RebuildService rebuilds, CurrentCaller caller) {
        this.rebuilds = rebuilds;
        this.caller = caller;
    }

    /** Widened to whole quarters of an hour, 31 days at most. */
    @Schema(name = "RebuildRequest")
    record RebuildRequest(
            @Schema(description = "Where to begin, inclusive", examples = "2026-11-20T00:00:00Z") @NotNull
            Instant from,

            @Schema(description = "Where to end, exclusive; at most 31 days later", examples = "2026-11-21T00:00:00Z")
            @NotNull
            Instant to) {}

    @Schema(name = "Rebuilt")
    record Rebuilt(
            @Schema(description = "How many requests were counted again", examples = "12000")
            long requests) {}

    @POST
    @Allow(Role.ADMIN)
    @Operation(
            summary = "Makes the statistics of a range anew from the requests themselves",
            description =
                    "The range is widened to whole quarters of an hour. Afterwards the statistics say what they said "
                            + "before, or what they should have. Only requests that are still kept can be counted again.")
    public Rebuilt rebuild(@Valid @NotNull RebuildRequest request) {
        TimeRange range = TimeRange.of(request.from(), request.to());
        return new Rebuilt(rebuilds.rebuild(caller.get(), range));
    }
}

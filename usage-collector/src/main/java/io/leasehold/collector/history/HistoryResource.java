package io.leasehold.collector.history;

import io.leasehold.collector.cost.CostRange;
import io.leasehold.collector.revision.FigureKind;
import io.leasehold.kit.caller.Allow;
import io.leasehold.kit.caller.CurrentCaller;
import io.leasehold.kit.caller.Role;
import io.leasehold.kit.page.Page;
import io.leasehold.kit.page.PageRequest;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/usage/history")
@Tag(name = "Usage")
@RunOnVirtualThread
class HistoryResource {
    private final HistoryService history;
    private final CurrentCaller caller;
    private final Clock clock;

    HistoryResource(HistoryService history, CurrentCaller caller, Clock clock) {
        this.history = history;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Allow(Role.VIEWER)
    @Operation(
            summary = "What providers said was used and charged, the oldest first",
            description =
                    "Cost comes by UTC day, usage by bucket. An interval counts when any part of it is in the range.")
    public Page<HistoryItem> list(
            @Parameter(
                            description =
                                    "Where the range begins, inclusive; 24 hours before its end where left out, and 400 days at most",
                            example = "2026-11-20T00:00:00Z")
                    @QueryParam("from")
                    @Nullable
                    Instant from,
            @Parameter(
                            description = "Where the range ends, exclusive; now where left out",
                            example = "2026-11-21T00:00:00Z")
                    @QueryParam("to")
                    @Nullable
                    Instant to,
            @Parameter(description = "Cost or usage only; both where left out", example = "usage")
                    @QueryParam("kind")
                    @Nullable
                    FigureKind kind,
            @Parameter(description = "Of this provider only", example = "anthropic") @QueryParam("provider") @Nullable
                    String provider,
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
        return history.list(
                caller.get().workspaceId(),
                new HistoryQuery(CostRange.of(from, to, clock.instant()), kind, provider, accountId),
                PageRequest.of(limit, cursor));
    }

    @GET
    @Path("/revisions")
    @Allow(Role.VIEWER)
    @Operation(
            summary = "What providers said before they corrected it",
            description =
                    "Figures of intervals that were over when they were told. What is in force now is in the history.")
    public Page<HistoryItem> listReplaced(
            @Parameter(
                            description =
                                    "Where the range begins, inclusive; 24 hours before its end where left out, and 400 days at most",
                            example = "2026-11-20T00:00:00Z")
                    @QueryParam("from")
                    @Nullable
                    Instant from,
            @Parameter(
                            description = "Where the range ends, exclusive; now where left out",
                            example = "2026-11-21T00:00:00Z")
                    @QueryParam("to")
                    @Nullable
                    Instant to,
            @Parameter(description = "Cost or usage only; both where left out", example = "usage")
                    @QueryParam("kind")
                    @Nullable
                    FigureKind kind,
            @Parameter(description = "Of this provider only", example = "anthropic") @QueryParam("provider") @Nullable
                    String provider,
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
        return history.listReplaced(
                caller.get().workspaceId(),
                new HistoryQuery(CostRange.of(from, to, clock.instant()), kind, provider, accountId),
                PageRequest.of(limit, cursor));
    }
}

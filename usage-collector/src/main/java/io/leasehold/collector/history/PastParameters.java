package io.leasehold.collector.history;

import io.leasehold.collector.cost.CostRange;
import io.leasehold.kit.page.PageRequest;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which part of the past is wanted, as it comes from the query. Fields, because that is what the framework fills. */
public class PastParameters {
    @Parameter(
            description =
                    "Where the range begins, inclusive; 24 hours before its end where left out, and 400 days at most",
            example = "2026-11-20T00:00:00Z")
    @QueryParam("from")
    @Nullable
    Instant from;

    @Parameter(description = "Where the range ends, exclusive; now where left out", example = "2026-11-21T00:00:00Z")
    @QueryParam("to")
    @Nullable
    Instant to;

    @Parameter(description = "Of this provider only", example = "openrouter")
    @QueryParam("provider")
    @Nullable
    String provider;

    @Parameter(description = "Of this account only", example = "0199f2a0-7c1e-7aaa-8bbb-0123456789ab")
    @QueryParam("account_id")
    @Nullable
    UUID accountId;

    @Parameter(description = "How many items a page holds, 1 to 500; 50 where left out", example = "50")
    @QueryParam("limit")
    @Nullable
    Integer limit;

    @Parameter(description = "next_cursor of the page before; the first page where left out", example = "MDE5OWYwMDA")
    @QueryParam("cursor")
    @Nullable
    String cursor;

    /** @param now where the range ends that names no end */
    HistoryQuery query(Instant now) {
        return new HistoryQuery(CostRange.of(from, to, now), null, provider, accountId);
    }

    PageRequest page() {
        return PageRequest.of(limit, cursor);
    }
}

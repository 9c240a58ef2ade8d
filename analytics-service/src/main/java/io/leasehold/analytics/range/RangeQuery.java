package io.leasehold.analytics.range;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Which range is wanted, as it comes from the query. Fields, because that is what the framework fills. */
public class RangeQuery {
    @Parameter(
            description =
                    "Where the range begins, inclusive; 24 hours before its end where left out. It is widened to whole quarters of "
                            + "an hour and lasts 400 days at most.",
            example = "2026-11-20T00:00:00Z")
    @RestQuery
    @Nullable
    Instant from;

    @Parameter(description = "Where the range ends, exclusive; now where left out", example = "2026-11-21T00:00:00Z")
    @RestQuery
    @Nullable
    Instant to;

    public TimeRange range(Instant now) {
        return TimeRange.of(from, to, now);
    }
}

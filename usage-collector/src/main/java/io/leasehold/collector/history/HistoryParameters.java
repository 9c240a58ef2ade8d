package io.leasehold.collector.history;

import io.leasehold.collector.cost.CostRange;
import io.leasehold.collector.revision.FigureKind;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which figures of the past are wanted. */
public class HistoryParameters extends PastParameters {
    @Parameter(description = "Cost or usage only; both where left out", example = "usage")
    @QueryParam("kind")
    @Nullable
    FigureKind kind;

    @Override
    HistoryQuery query(Instant now) {
        return new HistoryQuery(CostRange.of(from, to, now), kind, provider, accountId);
    }
}

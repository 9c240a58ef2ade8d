package io.leasehold.analytics.stats;

import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What requests add up to.
 *
 * @param cost in USD; null where the cost of none of the requests is known
 * @param unknownCostRequests those that {@code cost} leaves out
 */
@Schema(name = "Totals")
public record TotalsView(
        @Schema(examples = "1200") long requests,
        @Schema(examples = "3") long errors,
        @Schema(examples = "2400000") long inputTokens,
        @Schema(examples = "310000") long outputTokens,

        @Schema(examples = "12.345678900", nullable = true) @Nullable
        BigDecimal cost,

        @Schema(examples = "0") long unknownCostRequests) {

    public static TotalsView of(Totals totals) {
        return new TotalsView(
                totals.requests(),
                totals.errors(),
                totals.inputTokens(),
                totals.outputTokens(),
                totals.costOrUnknown(),
                totals.unknownCost());
    }
}

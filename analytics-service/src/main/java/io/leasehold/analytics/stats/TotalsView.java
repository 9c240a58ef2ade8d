package io.leasehold.analytics.stats;

import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What requests add up to. */
@Schema(name = "Totals")
public record TotalsView(
        @Schema(description = "How many were admitted", examples = "1200")
        long requests,

        @Schema(description = "How many of them failed, also after a good beginning", examples = "3")
        long errors,

        @Schema(description = "Tokens of all classes of input", examples = "2400000")
        long inputTokens,

        @Schema(description = "Tokens of all classes of output", examples = "310000")
        long outputTokens,

        @Schema(
                description = "What is known of their cost, in USD; null where the cost of none of them is known",
                examples = "12.3456789",
                nullable = true)
        @Nullable
        BigDecimal cost,

        @Schema(description = "How many requests cost leaves out, because nobody knows theirs", examples = "0")
        long unknownCostRequests) {

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

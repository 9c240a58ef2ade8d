package io.leasehold.analytics.stats;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who or what the figures of a range belong to. */
@Schema(name = "Breakdown")
record BreakdownView(
        @Schema(
                description = "What share is a share of: cost, or requests where nothing cost anything",
                examples = "cost")
        String shareOf,

        @Schema(description = "The dearest first, as many as were asked for")
        List<Item> items,

        @Schema(description = "What the items leave out; null when they are all there is") @Nullable
        Rest rest) {

    @Schema(name = "BreakdownItem")
    record Item(
            @Schema(
                    description =
                            "Which it is: the domain, empty for requests without one; provider:model for a model; else the id",
                    examples = "app.example.com")
            String id,

            @Schema(description = "What it is called", examples = "app.example.com")
            String label,

            @Schema(description = "How many were admitted", examples = "600")
            long requests,

            @Schema(description = "Tokens of all classes of input", examples = "1200000")
            long inputTokens,

            @Schema(description = "Tokens of all classes of output", examples = "150000")
            long outputTokens,

            @Schema(
                    description =
                            "What is known of the cost, in USD; null where the cost of none of the requests is known",
                    examples = "6.17283945",
                    nullable = true)
            @Nullable
            BigDecimal cost,

            @Schema(description = "How many requests cost leaves out, because nobody knows theirs", examples = "0")
            long unknownCostRequests,

            @Schema(description = "From 0 to 1", format = "ratio", examples = "0.5")
            BigDecimal share) {

        private static Item of(String id, String label, Totals totals, Shares shares) {
            return new Item(
                    id,
                    label,
                    totals.requests(),
                    totals.inputTokens(),
                    totals.outputTokens(),
                    totals.costOrUnknown(),
                    totals.unknownCost(),
                    shares.of(totals));
        }
    }

    @Schema(name = "BreakdownRest")
    record Rest(
            @Schema(description = "How many were admitted", examples = "20")
            long requests,

            @Schema(description = "Tokens of all classes of input", examples = "40000")
            long inputTokens,

            @Schema(description = "Tokens of all classes of output", examples = "5000")
            long outputTokens,

            @Schema(
                    description =
                            "What is known of the cost, in USD; null where the cost of none of the requests is known",
                    examples = "0.205761315",
                    nullable = true)
            @Nullable
            BigDecimal cost,

            @Schema(description = "How many requests cost leaves out, because nobody knows theirs", examples = "0")
            long unknownCostRequests,

            @Schema(description = "From 0 to 1", format = "ratio", examples = "0.0167")
            BigDecimal share) {

        private static Rest of(Totals totals, Shares shares) {
            return new Rest(
                    totals.requests(),
                    totals.inputTokens(),
                    totals.outputTokens(),
                    totals.costOrUnknown(),
                    totals.unknownCost(),
                    shares.of(totals));
        }
    }

    /** @param parts all of the whole; what has no id is the rest */
    static BreakdownView of(List<StatsStore.Named> parts) {
        Shares shares = Shares.of(parts.stream().map(StatsStore.Named::totals).toList());
        List<Item> items = new ArrayList<>();
        Rest rest = null;
        for (StatsStore.Named part : parts) {
            String id = part.id();
            String label = part.label();
            if (id == null || label == null) {
                rest = Rest.of(part.totals(), shares);
            } else {
                items.add(Item.of(id, label, part.totals(), shares));
            }
        }
        return new BreakdownView(shares.ofCost() ? "cost" : "requests", items, rest);
    }
}

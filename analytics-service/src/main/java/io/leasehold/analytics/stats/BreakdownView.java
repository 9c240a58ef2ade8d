package io.leasehold.analytics.stats;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Who or what the figures of a range belong to, the dearest first.
 *
 * @param shareOf what {@code share} is a share of: {@code cost}, or {@code requests} where nothing cost anything
 * @param rest what the items leave out; null when they are all there is
 */
@Schema(name = "Breakdown")
record BreakdownView(
        @Schema(examples = "cost") String shareOf,
        List<Item> items,
        @Nullable Rest rest) {

    /**
     * @param id empty for requests without a domain; {@code provider:model} for a model
     * @param unknownCostRequests those that {@code cost} leaves out
     * @param share from 0 to 1
     */
    @Schema(name = "BreakdownItem")
    record Item(
            @Schema(examples = "app.example.com") String id,
            @Schema(examples = "app.example.com") String label,
            @Schema(examples = "600") long requests,
            @Schema(examples = "1200000") long inputTokens,
            @Schema(examples = "150000") long outputTokens,

            @Schema(examples = "6.172839450", nullable = true) @Nullable
            BigDecimal cost,

            @Schema(examples = "0") long unknownCostRequests,
            @Schema(format = "ratio", examples = "0.5000") BigDecimal share) {

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
            @Schema(examples = "20") long requests,
            @Schema(examples = "40000") long inputTokens,
            @Schema(examples = "5000") long outputTokens,

            @Schema(examples = "0.205761315", nullable = true) @Nullable
            BigDecimal cost,

            @Schema(examples = "0") long unknownCostRequests,
            @Schema(format = "ratio", examples = "0.0167") BigDecimal share) {

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

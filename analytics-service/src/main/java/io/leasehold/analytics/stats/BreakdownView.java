package io.leasehold.analytics.stats;

import java.math.BigDecimal;
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

            @Schema(format = "ratio", examples = "0.5000") BigDecimal share) {}

    @Schema(name = "BreakdownRest")
    record Rest(
            @Schema(examples = "20") long requests,
            @Schema(examples = "40000") long inputTokens,
            @Schema(examples = "5000") long outputTokens,

            @Schema(examples = "0.205761315", nullable = true) @Nullable
            BigDecimal cost,

            @Schema(format = "ratio", examples = "0.0167") BigDecimal share) {}
}

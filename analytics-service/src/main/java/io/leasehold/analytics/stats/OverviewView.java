package io.leasehold.analytics.stats;

import io.leasehold.analytics.range.TimeRange;
import io.leasehold.contracts.Provenance;
import java.math.BigDecimal;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a workspace's requests of a range add up to, beside the range before. */
@Schema(name = "Overview")
record OverviewView(
        @Schema(
                description = "Where the range begins, inclusive, in whole quarters of an hour",
                examples = "2026-11-20T10:00:00Z")
        Instant from,

        @Schema(description = "Where it ends, exclusive", examples = "2026-11-21T10:00:00Z")
        Instant to,

        @Schema(description = "How many were admitted", examples = "1200")
        long requests,

        @Schema(description = "How many of them failed, also after a good beginning", examples = "3")
        long errors,

        @Schema(description = "Tokens of all classes of input", examples = "2400000")
        long inputTokens,

        @Schema(description = "Tokens of all classes of output", examples = "310000")
        long outputTokens,

        @Schema(
                description = "What is known of the cost, in USD; null where the cost of none of the requests is known",
                examples = "12.3456789",
                nullable = true)
        @Nullable
        BigDecimal cost,

        @Schema(description = "How many requests cost leaves out, because nobody knows theirs", examples = "0")
        long unknownCostRequests,

        @Schema(
                description =
                        "Where cost comes from, as sure as its least sure part: counted by the gateway, told by providers in their answers, or estimated",
                examples = "gateway")
        Provenance provenance,

        @Schema(description = "How long the requests took; null where there were none") @Nullable
        LatencyView latency,

        @Schema(description = "The same figures for the range of the same length that ended where this one begins")
        TotalsView previous,

        @Schema(
                description = "When the workspace's last request was taken in; null when none ever was",
                examples = "2026-11-21T09:59:58Z",
                nullable = true)
        @Nullable
        Instant asOf) {

    static OverviewView of(
            TimeRange range, Totals totals, @Nullable LatencyView latency, Totals previous, @Nullable Instant asOf) {
        TotalsView view = TotalsView.of(totals);
        return new OverviewView(
                range.from(),
                range.to(),
                view.requests(),
                view.errors(),
                view.inputTokens(),
                view.outputTokens(),
                view.cost(),
                view.unknownCostRequests(),
                totals.provenance(),
                latency,
                TotalsView.of(previous),
                asOf);
    }
}

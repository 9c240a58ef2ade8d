package io.leasehold.analytics.stats;

import io.leasehold.analytics.range.TimeRange;
import io.leasehold.contracts.Provenance;
import java.math.BigDecimal;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a workspace's requests of a range add up to, beside the range before.
 *
 * @param from what was asked for, in whole quarters of an hour
 * @param provenance how sure {@code cost} is
 * @param latency null where there were no requests
 * @param previous the same figures for the range of the same length that ended at {@code from}
 * @param asOf when the last request was taken in; null when none ever was
 */
@Schema(name = "Overview")
record OverviewView(
        @Schema(examples = "2026-11-20T10:00:00Z") Instant from,
        @Schema(examples = "2026-11-21T10:00:00Z") Instant to,
        @Schema(examples = "1200") long requests,
        @Schema(examples = "3") long errors,
        @Schema(examples = "2400000") long inputTokens,
        @Schema(examples = "310000") long outputTokens,

        @Schema(examples = "12.345678900", nullable = true) @Nullable
        BigDecimal cost,

        @Schema(examples = "0") long unknownCostRequests,
        @Schema(examples = "gateway") Provenance provenance,
        @Nullable LatencyView latency,
        TotalsView previous,

        @Schema(examples = "2026-11-21T09:59:58Z", nullable = true) @Nullable
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

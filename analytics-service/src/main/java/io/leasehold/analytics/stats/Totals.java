package io.leasehold.analytics.stats;

import io.leasehold.contracts.Provenance;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Sums over some rows of a cube.
 *
 * @param inputTokens all classes of input
 * @param outputTokens all classes of output
 * @param cost the sum of what is known
 * @param costProvider the part of it that providers told in their answers
 * @param costEstimated the part of it that was worked out from less than reported tokens
 * @param unknownCost how many requests have a cost that nobody knows
 */
public record Totals(
        long requests,
        long errors,
        long inputTokens,
        long outputTokens,
        BigDecimal cost,
        BigDecimal costProvider,
        BigDecimal costEstimated,
        long unknownCost) {

    /** What to select from a cube for one of these. */
    static final String SUMS = """
            coalesce(sum(requests), 0) as requests, coalesce(sum(errors), 0) as errors,
            coalesce(sum(input + cache_read + cache_write_5m + cache_write_1h + audio_in + image), 0) as input_tokens,
            coalesce(sum(output + reasoning + audio_out), 0) as output_tokens,
            coalesce(sum(cost), 0) as cost, coalesce(sum(cost_provider), 0) as cost_provider,
            coalesce(sum(cost_estimated), 0) as cost_estimated, coalesce(sum(unknown_cost), 0) as unknown_cost
            """;

    static final Totals NONE = new Totals(0, 0, 0, 0, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, 0);

    /** Null where there were requests and of none of them the cost is known: that is not 0. */
    @Nullable
    BigDecimal costOrUnknown() {
        return unknownCost > 0 && unknownCost == requests ? null : cost;
    }

    /** How sure the cost is: as sure as its least sure part. */
    Provenance provenance() {
        if (costEstimated.signum() != 0) {
            return Provenance.ESTIMATED;
        }
        boolean allFromProviders = cost.signum() != 0 && cost.compareTo(costProvider) == 0;
        return allFromProviders ? Provenance.PROVIDER : Provenance.GATEWAY;
    }

    Totals plus(Totals other) {
        return new Totals(
                requests + other.requests,
                errors + other.errors,
                inputTokens + other.inputTokens,
                outputTokens + other.outputTokens,
                cost.add(other.cost),
                costProvider.add(other.costProvider),
                costEstimated.add(other.costEstimated),
                unknownCost + other.unknownCost);
    }
}

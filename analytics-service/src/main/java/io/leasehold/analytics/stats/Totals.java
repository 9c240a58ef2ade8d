package io.leasehold.analytics.stats;

import io.leasehold.analytics.rollup.TokenColumn;
import io.leasehold.contracts.Provenance;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Sums over some rows of a cube.
 *
 * @param inputTokens all classes of input
 * @param outputTokens all classes of output
 * @param cost the sum of what is known
 * @param costProvider the part of it that providers told in their answers
 * @param costEstimated the part of it that was worked out from less than reported tokens
 * @param reportedCost the part of it that was worked out from what nodes told of themselves
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
        BigDecimal reportedCost,
        long unknownCost) {

    /** The figures with what each is the sum of, in a row of a cube. */
    private static final Map<String, String> FIGURES = figures();

    /** What to select from a cube for one of these. */
    static final String SUMS = FIGURES.entrySet().stream()
            .map(figure -> "coalesce(sum(%s), 0) as %s".formatted(figure.getValue(), figure.getKey()))
            .collect(Collectors.joining(", "));

    /** The same, from rows that are such sums themselves. */
    static final String SUMS_OF_SUMS =
            FIGURES.keySet().stream().map("sum(%1$s) as %1$s"::formatted).collect(Collectors.joining(", "));

    static final Totals NONE =
            new Totals(0, 0, 0, 0, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, 0);

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
        if (reportedCost.signum() != 0) {
            return Provenance.NODE;
        }
        boolean allFromProviders = cost.signum() != 0 && cost.compareTo(costProvider) == 0;
        return allFromProviders ? Provenance.PROVIDER : Provenance.GATEWAY;
    }

    private static Map<String, String> figures() {
        Map<String, String> figures = new LinkedHashMap<>();
        figures.put("requests", "requests");
        figures.put("errors", "errors");
        figures.put("input_tokens", TokenColumn.ALL_INPUT);
        figures.put("output_tokens", TokenColumn.ALL_OUTPUT);
        figures.put("cost", "cost");
        figures.put("cost_provider", "cost_provider");
        figures.put("cost_estimated", "cost_estimated");
        figures.put("reported_cost", "reported_cost");
        figures.put("unknown_cost", "unknown_cost");
        return figures;
    }
}

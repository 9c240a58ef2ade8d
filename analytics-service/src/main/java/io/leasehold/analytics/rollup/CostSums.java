package io.leasehold.analytics.rollup;

import io.leasehold.contracts.Provenance;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the cost of some requests, in USD.
 *
 * @param known the sum of all known costs
 * @param provider the part of it that providers told in their answers
 * @param estimated the part of it that was worked out from less than reported tokens
 * @param unknown how many requests have a cost that nobody knows
 */
public record CostSums(BigDecimal known, BigDecimal provider, BigDecimal estimated, long unknown) {
    private static final CostSums UNKNOWN = new CostSums(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, 1);

    public static CostSums of(@Nullable BigDecimal cost, @Nullable Provenance provenance) {
        if (cost == null) {
            return UNKNOWN;
        }
        return new CostSums(
                cost,
                provenance == Provenance.PROVIDER ? cost : BigDecimal.ZERO,
                provenance == Provenance.ESTIMATED ? cost : BigDecimal.ZERO,
                0);
    }

    CostSums plus(CostSums other) {
        return new CostSums(
                known.add(other.known),
                provider.add(other.provider),
                estimated.add(other.estimated),
                unknown + other.unknown);
    }

    CostSums negated() {
        return new CostSums(known.negate(), provider.negate(), estimated.negate(), -unknown);
    }
}

package io.leasehold.analytics.rollup;

import io.leasehold.contracts.Provenance;
import java.math.BigDecimal;
import java.math.RoundingMode;
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
    private static final int PLACES = 9;
    private static final CostSums UNKNOWN = new CostSums(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, 1);

    /** Rounded as the ledger's column rounds, so that sums stay those of its rows. */
    public static CostSums of(@Nullable BigDecimal cost, @Nullable Provenance provenance) {
        if (cost == null) {
            return UNKNOWN;
        }
        BigDecimal kept = cost.setScale(PLACES, RoundingMode.HALF_UP);
        return new CostSums(
                kept,
                provenance == Provenance.PROVIDER ? kept : BigDecimal.ZERO,
                provenance == Provenance.ESTIMATED ? kept : BigDecimal.ZERO,
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

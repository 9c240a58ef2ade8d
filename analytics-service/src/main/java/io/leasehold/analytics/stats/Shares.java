package io.leasehold.analytics.stats;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * What part of the whole something is: of the cost, or of the requests where nothing cost anything.
 *
 * @param cost of the whole, as far as it is known
 * @param requests of the whole
 */
record Shares(BigDecimal cost, long requests) {
    private static final int PLACES = 4;

    static Shares of(List<Totals> parts) {
        return new Shares(
                parts.stream().map(Totals::cost).reduce(BigDecimal.ZERO, BigDecimal::add),
                parts.stream().mapToLong(Totals::requests).sum());
    }

    boolean ofCost() {
        return cost.signum() > 0;
    }

    BigDecimal of(Totals part) {
        BigDecimal all = ofCost() ? cost : BigDecimal.valueOf(requests);
        BigDecimal share = ofCost() ? part.cost() : BigDecimal.valueOf(part.requests());
        return all.signum() == 0 ? BigDecimal.ZERO.setScale(PLACES) : share.divide(all, PLACES, RoundingMode.HALF_UP);
    }
}

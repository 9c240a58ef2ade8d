package io.leasehold.analytics.stats;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** What part of the whole something is: of the cost, or of the requests where nothing cost anything. */
record Shares(Totals whole) {
    private static final int PLACES = 4;

    boolean ofCost() {
        return whole.cost().signum() > 0;
    }

    BigDecimal of(Totals part) {
        BigDecimal all = ofCost() ? whole.cost() : BigDecimal.valueOf(whole.requests());
        BigDecimal share = ofCost() ? part.cost() : BigDecimal.valueOf(part.requests());
        return all.signum() == 0 ? BigDecimal.ZERO.setScale(PLACES) : share.divide(all, PLACES, RoundingMode.HALF_UP);
    }
}

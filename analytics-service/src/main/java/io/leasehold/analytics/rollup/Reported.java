package io.leasehold.analytics.rollup;

import io.leasehold.contracts.UsageSource;
import java.math.BigDecimal;

/**
 * The part of some requests that nodes told of themselves: no gateway has seen it, so that it is no coverage of a bill.
 *
 * @param cost what is known of their cost, in USD
 * @param unknownCost how many of them have a cost that nobody knows
 */
public record Reported(long requests, BigDecimal cost, long unknownCost) {
    static final Reported NONE = new Reported(0, BigDecimal.ZERO, 0);

    /** Of one request. */
    public static Reported of(UsageSource source, CostSums cost) {
        return source == UsageSource.NODE ? new Reported(1, cost.known(), cost.unknown()) : NONE;
    }

    Reported plus(Reported other) {
        return new Reported(requests + other.requests, cost.add(other.cost), unknownCost + other.unknownCost);
    }

    Reported negated() {
        return new Reported(-requests, cost.negate(), -unknownCost);
    }
}

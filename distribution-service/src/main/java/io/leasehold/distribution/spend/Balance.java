package io.leasehold.distribution.spend;

import io.leasehold.distribution.limit.Usd;
import java.math.BigDecimal;

/**
 * How much of a window is used up, and how. No part is ever negative.
 *
 * @param spent what requests that are over did cost
 * @param presumed spent as far as anyone can tell: reserved by a replica that is gone
 * @param held set aside for replicas that are there
 */
public record Balance(BigDecimal spent, BigDecimal presumed, BigDecimal held) {
    public static final Balance ZERO = new Balance(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

    public Balance {
        if (spent.signum() < 0 || presumed.signum() < 0 || held.signum() < 0) {
            throw new IllegalArgumentException("No part of a window's balance can be negative");
        }
        spent = Usd.plain(spent);
        presumed = Usd.plain(presumed);
        held = Usd.plain(held);
    }

    /** What a further grant has to fit in beside. */
    public BigDecimal used() {
        return spent.add(presumed).add(held);
    }

    /** What is left of a limit: never negative, also where a lowered limit leaves the window above it. */
    public BigDecimal remaining(BigDecimal limit) {
        return limit.subtract(used()).max(BigDecimal.ZERO);
    }

    /** @param change negative where a request turned out to be cheaper than counted before */
    public Balance addSpent(BigDecimal change) {
        return new Balance(spent.add(change).max(BigDecimal.ZERO), presumed, held);
    }

    public Balance addPresumed(BigDecimal change) {
        return new Balance(spent, presumed.add(change), held);
    }

    public Balance addHeld(BigDecimal change) {
        return new Balance(spent, presumed, held.add(change));
    }
}

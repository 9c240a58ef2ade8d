package io.leasehold.sim.fault;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Hits a share of the calls evenly and without chance: one in four hits every fourth call. */
final class Share {
    private final BigDecimal share;
    private long calls;

    Share(BigDecimal share) {
        this.share = share;
    }

    synchronized boolean hitsNext() {
        BigDecimal before = whole(calls);
        calls++;
        return whole(calls).compareTo(before) > 0;
    }

    private BigDecimal whole(long count) {
        return share.multiply(BigDecimal.valueOf(count)).setScale(0, RoundingMode.FLOOR);
    }
}

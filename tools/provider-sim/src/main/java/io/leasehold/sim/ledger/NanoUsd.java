package io.leasehold.sim.ledger;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** An amount of money in billionths of a dollar. */
public record NanoUsd(long nanos) {
    public static final NanoUsd ZERO = new NanoUsd(0);
    private static final int SCALE = 9;

    /** Rounds half-up to the nano-dollar. */
    public static NanoUsd of(BigDecimal dollars) {
        return new NanoUsd(
                dollars.setScale(SCALE, RoundingMode.HALF_UP).unscaledValue().longValueExact());
    }

    public NanoUsd plus(NanoUsd other) {
        return new NanoUsd(Math.addExact(nanos, other.nanos));
    }

    public NanoUsd minus(NanoUsd other) {
        return new NanoUsd(Math.subtractExact(nanos, other.nanos));
    }

    /** Dollars with exactly nine places, as the control API writes them. */
    public String decimal() {
        return BigDecimal.valueOf(nanos, SCALE).toPlainString();
    }

    /** Dollars without trailing zeros, as providers write JSON numbers. */
    public BigDecimal dollars() {
        return nanos == 0 ? BigDecimal.ZERO : BigDecimal.valueOf(nanos, SCALE).stripTrailingZeros();
    }
}

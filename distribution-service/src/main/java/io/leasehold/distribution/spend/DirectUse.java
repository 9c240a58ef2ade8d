package io.leasehold.distribution.spend;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * What of a key's window was used around the gateways by nodes that hold the key, as far as its provider's figures tell.
 *
 * @param amount in USD: what was charged beside what was settled here, and what has been used since at the last pace
 * @param setAside what direct leases hold of the window for just that
 * @param asOf when the provider's figure was known last
 */
public record DirectUse(BigDecimal amount, BigDecimal setAside, Instant asOf) {
    /** Of a limit that somebody may be spending unseen so much is left alone: what is told comes late. */
    private static final BigDecimal MARGIN = new BigDecimal("0.05");

    /** What counts as spent beside all that is counted already. What is presumed may be the same money. */
    public BigDecimal beyond(BigDecimal presumed) {
        return amount.subtract(setAside).subtract(presumed).max(BigDecimal.ZERO);
    }

    /** What of a limit is not leased any more. */
    BigDecimal margin(BigDecimal limit) {
        return isAny() ? limit.multiply(MARGIN) : BigDecimal.ZERO;
    }

    boolean isAny() {
        return amount.signum() > 0;
    }
}

package io.leasehold.analytics.credit;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * What a key's provider charged for some whole days, and what requests explain of it.
 *
 * @param from the beginning of a day in UTC
 * @param until the end of a day in UTC
 * @param billed in USD; also what the provider charged nobody's key
 * @param known what is known that requests through gateways did cost, in USD
 */
record Bill(Instant from, Instant until, BigDecimal billed, BigDecimal known) {
    /**
     * How much of what is presumed was not charged: all but what of the bill no request explains. What is known and what stays
     * presumed are never less than the bill, so that a limit that they fit into holds by the bill too.
     */
    BigDecimal credit(BigDecimal presumed) {
        BigDecimal unexplained = billed.subtract(known).max(BigDecimal.ZERO);
        return presumed.subtract(unexplained).max(BigDecimal.ZERO);
    }
}

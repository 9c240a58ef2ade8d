package io.leasehold.analytics.billing;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An interval of an account that its provider reported, and what went through the gateway in the same time.
 *
 * @param to what is compared ends here: at the interval's end, or as far as the provider's figures went
 * @param billed what the provider charged, in USD, converted where a rate is known
 * @param otherCurrencies currencies of charges that {@code billed} leaves out, as they have no rate
 * @param requests those of the account that were admitted in {@code [from, to)}
 * @param cost what is known of their cost
 * @param unknownCost how many of them have a cost that nobody knows
 */
record CostWindow(
        UUID accountId,
        Instant from,
        Instant to,
        boolean complete,
        Instant asOf,
        BigDecimal billed,
        List<String> otherCurrencies,
        long requests,
        BigDecimal cost,
        long unknownCost) {}

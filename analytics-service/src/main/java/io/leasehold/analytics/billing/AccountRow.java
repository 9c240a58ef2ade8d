package io.leasehold.analytics.billing;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An account with what went through the gateway in the whole range, whether or not its provider reported any of it.
 *
 * @param name null while the account's own event is still under way
 * @param status how its provider answers; null when it was never asked
 */
record AccountRow(
        UUID accountId,
        String provider,
        @Nullable String name,
        @Nullable String status,
        @Nullable String message,
        long requests,
        BigDecimal cost,
        long unknownCost) {}

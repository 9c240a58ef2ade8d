package io.leasehold.providers.key;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a key has spent at its provider, and what it may. Amounts are USD; null is unknown, but for the limit, where it
 * means none.
 *
 * @param limit null for none
 * @param limitRemaining null where there is no limit
 * @param limitReset when the limit starts again; null for never
 * @param usage of the key's whole life
 * @param usageDaily of the current day, UTC
 * @param usageMonthly of the current month, UTC
 * @param expiresAt null for never
 */
public record KeySpend(
        @Nullable BigDecimal limit,
        @Nullable BigDecimal limitRemaining,
        @Nullable LimitReset limitReset,
        @Nullable BigDecimal usage,
        @Nullable BigDecimal usageDaily,
        @Nullable BigDecimal usageMonthly,
        @Nullable Instant expiresAt) {}

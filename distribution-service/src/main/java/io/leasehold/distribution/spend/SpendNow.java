package io.leasehold.distribution.spend;

import io.leasehold.contracts.event.SpendView;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A window that runs now.
 *
 * @param raised what may be spent above its limit now, in USD
 * @param exhaustedAt as {@link LimitForecast} has it; null also where there is no limit
 */
record SpendNow(SpendView view, BigDecimal raised, @Nullable Instant exhaustedAt) {}

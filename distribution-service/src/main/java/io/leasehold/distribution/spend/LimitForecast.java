package io.leasehold.distribution.spend;

import io.leasehold.contracts.Period;
import io.leasehold.distribution.limit.ScopeKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a limit will fare if as much is spent as in its window until now.
 *
 * @param exhaustedAt when it is reached, or when that was found to be so already; null where its window ends before, or never
 */
record LimitForecast(
        ScopeKey scope, Period period, @Nullable Instant exhaustedAt) {}

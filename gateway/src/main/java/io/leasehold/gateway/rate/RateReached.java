package io.leasehold.gateway.rate;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A rate limit is in the way.
 *
 * @param limit the whole limit
 * @param permits what the request takes of it
 * @param retryAfter when another try makes sense; null where none ever does, as the request is larger than the limit
 */
public record RateReached(
        RateId rate, long limit, long permits, @Nullable Duration retryAfter) {}

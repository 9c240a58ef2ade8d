package io.leasehold.providers.http;

import java.time.Duration;

/**
 * When an account is left alone: after so many calls in a row that got no answer, or one by which the provider is
 * broken. Then one call is let through to see whether it is over.
 *
 * @param failures at least 1; each stands for a call with all its attempts
 * @param openFor how long no call is made
 */
public record BreakerPolicy(int failures, Duration openFor) {

    public BreakerPolicy {
        if (failures < 1) {
            throw new IllegalArgumentException("At least one failure is needed.");
        }
    }

    public static BreakerPolicy defaults() {
        return new BreakerPolicy(5, Duration.ofSeconds(30));
    }
}

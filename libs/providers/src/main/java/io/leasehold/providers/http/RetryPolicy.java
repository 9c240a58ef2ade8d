package io.leasehold.providers.http;

import java.time.Duration;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * When a failed call is tried again, and after what wait: doubling from {@code firstDelay} up to {@code longestDelay},
 * a quarter more or less, so that callers do not come back all at once. A wait that the provider asks for counts
 * instead; if it is longer than {@code longestWait}, the call fails at once and says so.
 *
 * @param attempts in all, at least 1
 */
public record RetryPolicy(int attempts, Duration firstDelay, Duration longestDelay, Duration longestWait) {
    private static final double JITTER = 0.25;
    private static final int MOST_DOUBLINGS = 30;

    public RetryPolicy {
        if (attempts < 1) {
            throw new IllegalArgumentException("At least one attempt is needed.");
        }
    }

    public static RetryPolicy defaults() {
        return new RetryPolicy(4, Duration.ofSeconds(1), Duration.ofSeconds(10), Duration.ofSeconds(30));
    }

    /** One attempt and no more. */
    public static RetryPolicy none() {
        return new RetryPolicy(1, Duration.ZERO, Duration.ZERO, Duration.ZERO);
    }

    boolean triesAgain(ProviderException failure, int attemptsMade) {
        Duration asked = failure.retryAfter();
        return failure.retryable() && attemptsMade < attempts && (asked == null || asked.compareTo(longestWait) <= 0);
    }

    /**
     * @param attemptsMade at least 1
     * @param random from 0 inclusive to 1 exclusive
     */
    Duration delay(int attemptsMade, @Nullable Duration asked, DoubleSupplier random) {
        if (asked != null) {
            return asked;
        }
        long doubled = firstDelay.toMillis() << Math.min(attemptsMade - 1, MOST_DOUBLINGS);
        long capped = doubled < 0 ? longestDelay.toMillis() : Math.min(doubled, longestDelay.toMillis());
        return Duration.ofMillis(Math.round(capped * (1 - JITTER + 2 * JITTER * random.getAsDouble())));
    }
}

package io.leasehold.providers.http;

import java.time.Duration;

/**
 * How a provider is called.
 *
 * @param connectTimeout for a new connection
 * @param answerTimeout for one attempt, from sending to the end of the answer
 * @param userAgent what calls are sent as; providers ask for {@code name/version}
 */
public record ClientSettings(
        Duration connectTimeout, Duration answerTimeout, RetryPolicy retry, BreakerPolicy breaker, String userAgent) {

    public ClientSettings(Duration connectTimeout, Duration answerTimeout, RetryPolicy retry, String userAgent) {
        this(connectTimeout, answerTimeout, retry, BreakerPolicy.defaults(), userAgent);
    }

    public static ClientSettings defaults() {
        return new ClientSettings(Duration.ofSeconds(10), Duration.ofSeconds(30), RetryPolicy.defaults(), "leasehold");
    }

    public ClientSettings with(RetryPolicy other) {
        return new ClientSettings(connectTimeout, answerTimeout, other, breaker, userAgent);
    }

    public ClientSettings with(BreakerPolicy other) {
        return new ClientSettings(connectTimeout, answerTimeout, retry, other, userAgent);
    }
}

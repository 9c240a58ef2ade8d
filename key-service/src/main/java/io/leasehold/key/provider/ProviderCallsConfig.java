package io.leasehold.key.provider;

import io.leasehold.providers.http.BreakerPolicy;
import io.leasehold.providers.http.ClientSettings;
import io.leasehold.providers.http.RetryPolicy;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/**
 * How providers' management APIs are called. Somebody waits for the answer, or a state machine with its own patience asks:
 * by itself a call makes two quick attempts, no more.
 */
@ConfigMapping(prefix = "leasehold.provider-calls")
interface ProviderCallsConfig {
    /** For a new connection. */
    @WithDefault("3s")
    Duration connectTimeout();

    /** For one attempt, from sending to the end of the answer. */
    @WithDefault("8s")
    Duration answerTimeout();

    /** How often a call is tried in all where trying again can help; at least once. */
    @WithDefault("2")
    int attempts();

    /** The wait before the second attempt; it doubles with each further one, a quarter more or less. */
    @WithDefault("200ms")
    Duration firstDelay();

    /** What that wait never exceeds. */
    @WithDefault("10s")
    Duration longestDelay();

    /** A wait that the provider asks for is kept up to this; a longer one is told instead. */
    @WithDefault("1s")
    Duration longestWait();

    /** After so many calls in a row that got no answer, or a 5xx, an account is left alone. */
    @WithDefault("5")
    int breakerFailures();

    /** For how long; then one call is let through. */
    @WithDefault("30s")
    Duration breakerOpenFor();

    /** The same as the client has it. */
    static ClientSettings settings(ProviderCallsConfig config) {
        return new ClientSettings(
                config.connectTimeout(),
                config.answerTimeout(),
                new RetryPolicy(config.attempts(), config.firstDelay(), config.longestDelay(), config.longestWait()),
                new BreakerPolicy(config.breakerFailures(), config.breakerOpenFor()),
                "leasehold/key-service");
    }
}

package io.leasehold.contracts;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a rate limit counts. The order is the order in which shares of a scope are locked. */
public enum RateMeasure {
    /** Requests admitted within any minute. */
    REQUESTS_PER_MINUTE,
    /** Tokens of all classes, input and output, of the requests admitted within any minute. */
    TOKENS_PER_MINUTE,
    /** Requests that are under way at the same time. */
    CONCURRENT_REQUESTS;

    /** Whether what a request has taken is there again a minute after its admission, and not at its end. */
    public boolean perMinute() {
        return this != CONCURRENT_REQUESTS;
    }

    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException when no measure has that name */
    public static RateMeasure of(String wireName) {
        return valueOf(wireName.toUpperCase(Locale.ROOT));
    }
}

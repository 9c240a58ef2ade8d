package io.leasehold.sim.anthropic;

import io.vertx.core.MultiMap;
import java.time.Instant;
import java.time.InstantSource;

/** The rate-limit headers of an answer. The limits are stated, not enforced: a refusal is ordered as a fault. */
final class RateLimitHeaders {
    private static final int REQUESTS = 4000;
    private static final int INPUT_TOKENS = 2_000_000;
    private static final int OUTPUT_TOKENS = 400_000;
    private static final int ROUNDED_TO = 1000;

    private final InstantSource clock;
    private volatile Second now = new Second(0, "");

    /** The same for all answers of one second, because writing a time costs more than the rest of the header. */
    private record Second(long epochSecond, String nextSecond) {}

    RateLimitHeaders(InstantSource clock) {
        this.clock = clock;
    }

    void putOn(MultiMap headers, long inputTokens) {
        String reset = reset();
        long inputLeft = Math.max(0, INPUT_TOKENS - inputTokens) / ROUNDED_TO * ROUNDED_TO;
        put(headers, "requests", REQUESTS, REQUESTS - 1, reset);
        put(headers, "input-tokens", INPUT_TOKENS, inputLeft, reset);
        put(headers, "output-tokens", OUTPUT_TOKENS, OUTPUT_TOKENS, reset);
    }

    private static void put(MultiMap headers, String what, int limit, long remaining, String reset) {
        String prefix = "anthropic-ratelimit-" + what;
        headers.add(prefix + "-limit", Integer.toString(limit));
        headers.add(prefix + "-remaining", Long.toString(remaining));
        headers.add(prefix + "-reset", reset);
    }

    private String reset() {
        long second = clock.millis() / 1000;
        Second known = now;
        if (known.epochSecond() != second) {
            known = new Second(second, Instant.ofEpochSecond(second + 1).toString());
            now = known;
        }
        return known.nextSecond();
    }
}

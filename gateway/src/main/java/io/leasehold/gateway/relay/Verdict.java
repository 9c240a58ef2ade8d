package io.leasehold.gateway.relay;

import io.leasehold.providers.http.RetryAfter;
import io.vertx.core.http.HttpClientResponse;
import java.time.Duration;
import java.time.Instant;

/**
 * What an answer that is no success says of the key it was asked with. None of these answers is billed.
 *
 * @param worthAnotherKey whether another key of the pool may do better
 * @param cooldown for how long others are preferred to this one
 */
public record Verdict(boolean worthAnotherKey, Duration cooldown) {
    private static final Verdict NOT_THE_KEY = new Verdict(false, Duration.ZERO);

    /** Until somebody has put it right, or it was found out that it is revoked. */
    private static final Duration BROKEN = Duration.ofMinutes(1);

    /** What some providers say with a status that is about the request elsewhere. */
    public static final Verdict WRONG_KEY = new Verdict(true, BROKEN);

    private static final Duration BUSY = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(1);

    public static Verdict of(HttpClientResponse answer, Instant now) {
        int status = answer.statusCode();
        return switch (status) {
            // 498 is how Cohere calls a token invalid.
            case 401, 402, 498 -> new Verdict(true, BROKEN);
            // May be about what was asked for, so that nothing is held against the key.
            case 403 -> new Verdict(true, Duration.ZERO);
            case 429 -> new Verdict(true, asked(answer, now));
            default -> status >= 500 ? new Verdict(true, Duration.ZERO) : NOT_THE_KEY;
        };
    }

    private static Duration asked(HttpClientResponse answer, Instant now) {
        Duration asked = RetryAfter.of(answer::getHeader, now);
        if (asked == null) {
            return BUSY;
        }
        return asked.compareTo(LONGEST) > 0 ? LONGEST : asked;
    }
}

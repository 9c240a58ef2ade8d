package io.leasehold.providers.signin;

import io.leasehold.providers.Secret;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What came of asking whether the user has signed in. Messages are for people and hold no secret. */
public sealed interface DevicePoll {

    /**
     * The user has signed in; told this once.
     *
     * @param scope what the token opens, in the provider's words; empty where it does not tell
     * @param expiresAt null for a token that does not end by itself
     * @param refresh what gets the next token; null for none
     */
    record SignedIn(
            Secret token,
            String scope,
            @Nullable Instant expiresAt,
            @Nullable Refresh refresh) implements DevicePoll {}

    /** Not yet; poll again after the interval. */
    record Pending() implements DevicePoll {}

    /** Polled too often; from now on this is the interval. */
    record SlowDown(Duration interval) implements DevicePoll {}

    /** Too late; begin anew. */
    record Expired() implements DevicePoll {}

    /** The user said no. */
    record Denied() implements DevicePoll {}

    /** The application is not set up right, or the code is none of its; polling on won't help. */
    record Misconfigured(String code, String message) implements DevicePoll {}

    /** No answer, or none that makes sense; poll again after the interval. */
    record Unreachable(String message) implements DevicePoll {}

    /** @param expiresAt null where the provider does not tell */
    record Refresh(Secret token, @Nullable Instant expiresAt) {}
}

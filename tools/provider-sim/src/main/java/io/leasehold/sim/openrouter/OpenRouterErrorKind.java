package io.leasehold.sim.openrouter;

import io.leasehold.sim.fault.ErrorKind;
import io.leasehold.sim.fault.ErrorKinds;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The documented errors, by the names under which a fault orders them. */
enum OpenRouterErrorKind implements ErrorKind {
    INVALID_REQUEST(400, "Bad request"),
    AUTHENTICATION(401, "User not found."),
    NO_CREDITS(
            402, "Insufficient credits. Add more using https://openrouter.ai/settings/credits", "openrouter_credits"),
    KEY_LIMIT(402, "This request requires more credits, or fewer max_tokens.", "openrouter_key_limit"),
    IN_FLIGHT_BUDGET(
            402, "Requests in flight already use up what this key may spend.", "openrouter_in_flight_budget", 1),
    PERMISSION(403, "Forbidden"),
    NOT_FOUND(404, "Not Found"),
    TIMEOUT(408, "Request timed out"),
    TOO_LARGE(413, "Payload too large"),
    UNPROCESSABLE(422, "Unprocessable entity"),
    RATE_LIMIT(429, "Rate limit exceeded", null, 5),
    API_ERROR(500, "Internal Server Error"),
    PROVIDER_FAILED(502, "Provider returned error"),
    NO_PROVIDER(503, "No provider is available for this request"),
    EDGE_TIMEOUT(524, "A timeout occurred at the edge"),
    OVERLOADED(529, "Provider is overloaded");

    static final ErrorKinds<OpenRouterErrorKind> ALL = new ErrorKinds<>(List.of(values()), API_ERROR);

    private final int status;
    private final String message;
    private final @Nullable String limitSource;
    private final int retryAfterSeconds;

    OpenRouterErrorKind(int status, String message) {
        this(status, message, null, 0);
    }

    OpenRouterErrorKind(int status, String message, String limitSource) {
        this(status, message, limitSource, 0);
    }

    OpenRouterErrorKind(int status, String message, @Nullable String limitSource, int retryAfterSeconds) {
        this.status = status;
        this.message = message;
        this.limitSource = limitSource;
        this.retryAfterSeconds = retryAfterSeconds;
    }

    @Override
    public int status() {
        return status;
    }

    String message() {
        return message;
    }

    @Nullable
    String limitSource() {
        return limitSource;
    }

    /** Zero for none. */
    int retryAfterSeconds() {
        return retryAfterSeconds;
    }

    /** What an error inside a stream calls itself. */
    String errorType() {
        return this == PROVIDER_FAILED ? "provider_unavailable" : wireName();
    }
}

package io.leasehold.sim.google;

import io.leasehold.sim.fault.ErrorKind;
import io.leasehold.sim.fault.ErrorKinds;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The documented errors, by the names under which a fault orders them. A wrong key is 400; 429 is of three families. */
enum GoogleErrorKind implements ErrorKind {
    INVALID_ARGUMENT(400, "INVALID_ARGUMENT", null, "Request contains an invalid argument."),
    LOCATION(400, "FAILED_PRECONDITION", null, "User location is not supported for the API use."),
    API_KEY_INVALID(400, "INVALID_ARGUMENT", "API_KEY_INVALID", "API key not valid. Please pass a valid API key."),
    API_KEY_EXPIRED(400, "INVALID_ARGUMENT", "API_KEY_INVALID", "API key expired. Please renew the API key."),
    UNAUTHENTICATED(
            401,
            "UNAUTHENTICATED",
            "ACCESS_TOKEN_TYPE_UNSUPPORTED",
            "Request had invalid authentication credentials. Expected OAuth 2 access token, login cookie or other valid"
                    + " authentication credential."),
    PERMISSION_DENIED(403, "PERMISSION_DENIED", null, "The caller does not have permission"),
    API_KEY_LEAKED(403, "PERMISSION_DENIED", null, "Your API key was reported as leaked. Please use another API key."),
    API_KEY_SERVICE_BLOCKED(
            403,
            "PERMISSION_DENIED",
            "API_KEY_SERVICE_BLOCKED",
            "Requests to this API generativelanguage.googleapis.com are blocked."),
    CONSUMER_SUSPENDED(403, "PERMISSION_DENIED", "CONSUMER_SUSPENDED", "Consumer has been suspended."),
    NOT_FOUND(404, "NOT_FOUND", null, "Requested entity was not found."),
    ABORTED(409, "ABORTED", null, "The operation was aborted, because another one changes the same thing."),
    TOO_LARGE(413, "INVALID_ARGUMENT", null, "The request is too large."),
    RATE_LIMIT(
            429,
            "RESOURCE_EXHAUSTED",
            null,
            "You exceeded your current quota, please check your plan and billing details.",
            "GenerateRequestsPerMinutePerProjectPerModel",
            "2s"),
    DAILY_QUOTA(
            429,
            "RESOURCE_EXHAUSTED",
            null,
            "You exceeded your current quota, please check your plan and billing details.",
            "GenerateRequestsPerDayPerProjectPerModel-FreeTier",
            "37s"),
    SPEND_CAP(429, "RESOURCE_EXHAUSTED", null, "Your project has reached its monthly spend cap."),
    INTERNAL(500, "INTERNAL", null, "An internal error has occurred."),
    UNAVAILABLE(503, "UNAVAILABLE", null, "The model is overloaded. Please try again later."),
    DEADLINE_EXCEEDED(504, "DEADLINE_EXCEEDED", null, "The request timed out. Please try again.");

    static final ErrorKinds<GoogleErrorKind> ALL = new ErrorKinds<>(List.of(values()), INTERNAL);

    private final int status;
    private final String word;
    private final @Nullable String reason;
    private final String message;
    private final @Nullable String quota;
    private final @Nullable String retryDelay;

    GoogleErrorKind(int status, String word, @Nullable String reason, String message) {
        this(status, word, reason, message, null, null);
    }

    GoogleErrorKind(
            int status,
            String word,
            @Nullable String reason,
            String message,
            @Nullable String quota,
            @Nullable String retryDelay) {
        this.status = status;
        this.word = word;
        this.reason = reason;
        this.message = message;
        this.quota = quota;
        this.retryDelay = retryDelay;
    }

    @Override
    public int status() {
        return status;
    }

    /** The status as a word. */
    String word() {
        return word;
    }

    @Nullable
    String reason() {
        return reason;
    }

    String message() {
        return message;
    }

    /** The quota that is used up. */
    @Nullable
    String quota() {
        return quota;
    }

    @Nullable
    String retryDelay() {
        return retryDelay;
    }
}

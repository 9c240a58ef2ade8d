package io.leasehold.sim.anthropic;

import io.leasehold.sim.fault.ErrorKind;
import io.leasehold.sim.fault.ErrorKinds;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The documented errors, by the names under which a fault orders them. {@code %s} is the day access comes back. */
enum AnthropicErrorKind implements ErrorKind {
    INVALID_REQUEST(400, "invalid_request_error", "The request is invalid."),
    USAGE_LIMIT(
            400,
            "invalid_request_error",
            "You have reached your specified API usage limits. You will regain access on %s at 00:00 UTC."),
    WORKSPACE_USAGE_LIMIT(
            400,
            "invalid_request_error",
            "You have reached your specified workspace API usage limits. You will regain access on %s at 00:00 UTC."),
    LOW_CREDIT(
            400,
            "invalid_request_error",
            "Your credit balance is too low to access the Anthropic API. Please go to Plans & Billing to upgrade or"
                    + " purchase credits."),
    AUTHENTICATION(401, "authentication_error", "invalid x-api-key"),
    BILLING(402, "billing_error", "There is a problem with your payment information."),
    PERMISSION(403, "permission_error", "Your API key does not have permission to use the specified resource."),
    NOT_FOUND(404, "not_found_error", "The requested resource could not be found."),
    CONFLICT(409, "conflict_error", "The request conflicts with another one."),
    TOO_LARGE(413, "request_too_large", "Request exceeds the maximum size"),
    RATE_LIMIT(
            429,
            "rate_limit_error",
            "This request would exceed your organization's rate limit of 4,000 requests per minute.",
            null,
            7),
    SPEND_LIMIT(429, "rate_limit_error", Messages.SPEND, "enforced_spend_limit_reached", 0),
    CONTRACT_SPEND_LIMIT(429, "rate_limit_error", Messages.SPEND, "contract_spend_limit_reached", 0),
    LINKED_ORGANIZATION_SPEND_LIMIT(
            429, "rate_limit_error", Messages.SPEND, "linked_organization_spend_limit_reached", 0),
    RAMP_LIMIT(
            429,
            "rate_limit_error",
            "Your organization's usage is growing too fast. Raise it slowly.",
            "ramp_limit_exceeded",
            60),
    API_ERROR(500, "api_error", "Internal server error"),
    TIMEOUT(504, "timeout_error", "The request timed out while processing."),
    OVERLOADED(529, "overloaded_error", "Overloaded");

    static final ErrorKinds<AnthropicErrorKind> ALL = new ErrorKinds<>(List.of(values()), API_ERROR);

    private static final class Messages {
        static final String SPEND = "You have reached your API usage limits: your organization has crossed its monthly"
                + " API usage threshold, set based on your organization's API tier. You will regain access on %s at"
                + " 00:00 UTC.";
    }

    private final int status;
    private final String type;
    private final String message;
    private final @Nullable String errorCode;
    private final int retryAfterSeconds;

    AnthropicErrorKind(int status, String type, String message) {
        this(status, type, message, null, 0);
    }

    AnthropicErrorKind(int status, String type, String message, @Nullable String errorCode, int retryAfterSeconds) {
        this.status = status;
        this.type = type;
        this.message = message;
        this.errorCode = errorCode;
        this.retryAfterSeconds = retryAfterSeconds;
    }

    @Override
    public int status() {
        return status;
    }

    String type() {
        return type;
    }

    String message() {
        return message;
    }

    @Nullable
    String errorCode() {
        return errorCode;
    }

    /** Zero for none. */
    int retryAfterSeconds() {
        return retryAfterSeconds;
    }
}

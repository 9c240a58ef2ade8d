package io.leasehold.sim.openai;

import io.leasehold.sim.fault.ErrorKind;
import io.leasehold.sim.fault.ErrorKinds;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The documented errors, by the names under which a fault orders them. The second half of 429 is no rate limit. */
public enum OpenAiErrorKind implements ErrorKind {
    INVALID_REQUEST(400, "invalid_request_error", null, "The request is invalid."),
    CONTEXT_LENGTH(
            400,
            "invalid_request_error",
            "context_length_exceeded",
            "Your input exceeds the context window of this model. Please adjust your input and try again."),
    AUTHENTICATION(
            401,
            "invalid_request_error",
            "invalid_api_key",
            "Incorrect API key provided. You can find your API key at https://platform.openai.com/account/api-keys."),
    PERMISSION(
            403,
            "invalid_request_error",
            "insufficient_permissions",
            "You have insufficient permissions for this operation. Missing scopes: api.model.request."),
    NOT_FOUND(404, "invalid_request_error", null, "Not found"),
    MODEL_NOT_FOUND(
            404,
            "invalid_request_error",
            "model_not_found",
            "The model does not exist or you do not have access to it."),
    CONFLICT(409, "invalid_request_error", "conflict", "The resource was changed by another request."),
    TOO_LARGE(413, "invalid_request_error", null, "The request is too large."),
    UNPROCESSABLE(422, "invalid_request_error", null, "The request could not be processed."),
    RATE_LIMIT(
            429,
            "requests",
            "rate_limit_exceeded",
            "Rate limit reached for requests per min (RPM). Please try again in 2s.",
            2),
    TOKENS_RATE_LIMIT(
            429,
            "tokens",
            "rate_limit_exceeded",
            "Rate limit reached for tokens per min (TPM). Please try again in 2s.",
            2),
    SLOW_DOWN(429, "requests", "slow_down", "Your requests grow too fast. Please slow down.", 15),
    INSUFFICIENT_QUOTA(
            429,
            "insufficient_quota",
            "insufficient_quota",
            "You exceeded your current quota, please check your plan and billing details."),
    CREDIT_BALANCE_EXHAUSTED(
            429, "insufficient_quota", "credit_balance_exhausted", "Your prepaid credit balance is used up."),
    PROJECT_SPEND_LIMIT(
            429,
            "insufficient_quota",
            "project_spend_limit_exceeded",
            "This project has reached its monthly spend limit."),
    ORGANIZATION_SPEND_LIMIT(
            429,
            "insufficient_quota",
            "organization_spend_limit_exceeded",
            "Your organization has reached its monthly spend limit."),
    ORGANIZATION_USAGE_LIMIT(
            429,
            "insufficient_quota",
            "organization_usage_limit_exceeded",
            "Your organization has reached its approved usage limit."),
    API_ERROR(500, "server_error", null, "The server had an error while processing your request."),
    OVERLOADED(503, "server_error", null, "The engine is currently overloaded, please try again later.");

    static final ErrorKinds<OpenAiErrorKind> ALL = new ErrorKinds<>(List.of(values()), API_ERROR);

    private final int status;
    private final String type;
    private final @Nullable String code;
    private final String message;
    private final int retryAfterSeconds;

    OpenAiErrorKind(int status, String type, @Nullable String code, String message) {
        this(status, type, code, message, 0);
    }

    OpenAiErrorKind(int status, String type, @Nullable String code, String message, int retryAfterSeconds) {
        this.status = status;
        this.type = type;
        this.code = code;
        this.message = message;
        this.retryAfterSeconds = retryAfterSeconds;
    }

    /** The names by which a fault orders them. */
    public static Set<String> names() {
        return ALL.names();
    }

    @Override
    public int status() {
        return status;
    }

    String type() {
        return type;
    }

    @Nullable
    String code() {
        return code;
    }

    String message() {
        return message;
    }

    /** Zero for none. */
    public int retryAfterSeconds() {
        return retryAfterSeconds;
    }

    /** Whether more money is needed rather than more time. */
    boolean stopsBilling() {
        return type.equals("insufficient_quota");
    }
}

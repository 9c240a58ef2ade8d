package io.leasehold.providers.anthropic;

import io.leasehold.providers.dialect.ErrorAnswer;
import io.leasehold.providers.dialect.JsonWriter;
import io.leasehold.providers.dialect.Refusal;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Our refusals in Anthropic's form (API reference, errors). A used-up limit is {@code billing_error}: its SDKs try 408,
 * 409, 429 and 5xx again, and that must not happen here; they also honour {@code x-should-retry}.
 */
final class AnthropicErrorAnswers {

    private AnthropicErrorAnswers() {}

    static ErrorAnswer of(Refusal refusal, String message, @Nullable String requestId) {
        String type = type(refusal);
        byte[] body = JsonWriter.object(json -> {
            json.writeStringField("type", "error");
            json.writeObjectFieldStart("error");
            json.writeStringField("type", type);
            json.writeStringField("message", message);
            json.writeEndObject();
            json.writeStringField("request_id", requestId);
        });
        Map<String, String> headers = new HashMap<>();
        headers.put("content-type", "application/json");
        headers.put("x-should-retry", String.valueOf(refusal.retryable()));
        if (requestId != null) {
            headers.put("request-id", requestId);
        }
        return new ErrorAnswer(refusal.status(), type, headers, body);
    }

    private static String type(Refusal refusal) {
        return switch (refusal) {
            case UNAUTHENTICATED -> "authentication_error";
            case SPEND_LIMIT -> "billing_error";
            case FORBIDDEN -> "permission_error";
            case NO_SUCH_ROUTE -> "not_found_error";
            case BAD_REQUEST -> "invalid_request_error";
            case TOO_LARGE -> "request_too_large";
            case RATE_LIMIT -> "rate_limit_error";
            case UNAVAILABLE -> "overloaded_error";
            case TIMEOUT -> "timeout_error";
            case INTERNAL, BAD_UPSTREAM -> "api_error";
        };
    }
}

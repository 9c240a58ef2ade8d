package io.leasehold.providers.anthropic;

import com.fasterxml.jackson.core.JsonGenerator;
import io.leasehold.providers.dialect.ErrorForm;
import io.leasehold.providers.dialect.Refusal;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Our refusals in Anthropic's form (API reference, errors). A used-up limit is {@code billing_error}: its SDKs try 408,
 * 409, 429 and 5xx again, and that must not happen here.
 */
final class AnthropicErrorAnswers {
    static final ErrorForm FORM =
            new ErrorForm("request-id", AnthropicErrorAnswers::type, AnthropicErrorAnswers::write);

    private AnthropicErrorAnswers() {}

    private static void write(
            JsonGenerator json, Refusal refusal, String type, String message, @Nullable String requestId)
            throws IOException {
        json.writeStringField("type", "error");
        json.writeObjectFieldStart("error");
        json.writeStringField("type", type);
        json.writeStringField("message", message);
        json.writeEndObject();
        json.writeStringField("request_id", requestId);
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

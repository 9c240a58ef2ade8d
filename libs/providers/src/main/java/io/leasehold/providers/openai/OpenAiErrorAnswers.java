package io.leasehold.providers.openai;

import com.fasterxml.jackson.core.JsonGenerator;
import io.leasehold.providers.dialect.ErrorForm;
import io.leasehold.providers.dialect.Refusal;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Our refusals in OpenAI's form (guide to error codes). A used-up limit has its type for that, and 402: its SDKs try 429
 * again whatever it is for.
 */
final class OpenAiErrorAnswers {
    static final ErrorForm FORM = new ErrorForm("x-request-id", OpenAiErrorAnswers::code, OpenAiErrorAnswers::write);

    private OpenAiErrorAnswers() {}

    private static void write(
            JsonGenerator json, Refusal refusal, String code, String message, @Nullable String requestId)
            throws IOException {
        json.writeObjectFieldStart("error");
        json.writeStringField("message", message);
        json.writeStringField("type", type(refusal));
        json.writeNullField("param");
        json.writeStringField("code", code);
        json.writeEndObject();
    }

    private static String code(Refusal refusal) {
        return switch (refusal) {
            case UNAUTHENTICATED -> "invalid_api_key";
            case SPEND_LIMIT -> "insufficient_quota";
            case FORBIDDEN -> "insufficient_permissions";
            case NO_SUCH_ROUTE -> "unknown_url";
            case BAD_REQUEST -> "invalid_request";
            case TOO_LARGE -> "request_too_large";
            case RATE_LIMIT -> "rate_limit_exceeded";
            case UNAVAILABLE -> "overloaded";
            case TIMEOUT -> "timeout";
            case INTERNAL, BAD_UPSTREAM -> "server_error";
        };
    }

    private static String type(Refusal refusal) {
        return switch (refusal) {
            case SPEND_LIMIT -> "insufficient_quota";
            case RATE_LIMIT -> "requests";
            case UNAVAILABLE, TIMEOUT, INTERNAL, BAD_UPSTREAM -> "server_error";
            case UNAUTHENTICATED, FORBIDDEN, NO_SUCH_ROUTE, BAD_REQUEST, TOO_LARGE -> "invalid_request_error";
        };
    }
}

package io.leasehold.providers.mistral;

import com.fasterxml.jackson.core.JsonGenerator;
import io.leasehold.providers.dialect.ErrorForm;
import io.leasehold.providers.dialect.Refusal;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Our refusals in Mistral's form. Its SDK tries 429 and 5xx again, so that a used-up limit is 402. */
final class MistralErrorAnswers {
    static final ErrorForm FORM =
            new ErrorForm("mistral-correlation-id", MistralErrorAnswers::type, MistralErrorAnswers::write);

    private MistralErrorAnswers() {}

    private static void write(
            JsonGenerator json, Refusal refusal, String type, String message, @Nullable String requestId)
            throws IOException {
        json.writeStringField("object", "error");
        json.writeStringField("message", message);
        json.writeStringField("type", type);
        json.writeNullField("param");
        json.writeNullField("code");
    }

    private static String type(Refusal refusal) {
        return switch (refusal) {
            case UNAUTHENTICATED -> "unauthorized";
            case SPEND_LIMIT -> "spend_limit_reached";
            case FORBIDDEN -> "forbidden";
            case NO_SUCH_ROUTE -> "not_found";
            case BAD_REQUEST -> "invalid_request_error";
            case TOO_LARGE -> "request_too_large";
            case RATE_LIMIT -> "rate_limited";
            case UNAVAILABLE -> "service_unavailable";
            case TIMEOUT -> "timeout";
            case INTERNAL, BAD_UPSTREAM -> "internal_server_error";
        };
    }
}

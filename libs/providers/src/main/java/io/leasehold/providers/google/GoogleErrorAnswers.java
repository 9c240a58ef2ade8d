package io.leasehold.providers.google;

import com.fasterxml.jackson.core.JsonGenerator;
import io.leasehold.providers.dialect.ErrorForm;
import io.leasehold.providers.dialect.Refusal;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Our refusals in the form of Google's APIs. Statuses go by the word; the number tells clients whether to try again. */
final class GoogleErrorAnswers {
    static final ErrorForm FORM = new ErrorForm("x-request-id", GoogleErrorAnswers::status, GoogleErrorAnswers::write);

    private GoogleErrorAnswers() {}

    private static void write(
            JsonGenerator json, Refusal refusal, String status, String message, @Nullable String requestId)
            throws IOException {
        json.writeObjectFieldStart("error");
        json.writeNumberField("code", refusal.status());
        json.writeStringField("message", message);
        json.writeStringField("status", status);
        json.writeEndObject();
    }

    private static String status(Refusal refusal) {
        return switch (refusal) {
            case UNAUTHENTICATED -> "UNAUTHENTICATED";
            case SPEND_LIMIT, RATE_LIMIT -> "RESOURCE_EXHAUSTED";
            case FORBIDDEN -> "PERMISSION_DENIED";
            case NO_SUCH_ROUTE -> "NOT_FOUND";
            case BAD_REQUEST, TOO_LARGE -> "INVALID_ARGUMENT";
            case INTERNAL -> "INTERNAL";
            case BAD_UPSTREAM, UNAVAILABLE -> "UNAVAILABLE";
            case TIMEOUT -> "DEADLINE_EXCEEDED";
        };
    }
}

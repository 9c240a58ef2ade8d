package io.leasehold.providers.azure;

import com.fasterxml.jackson.core.JsonGenerator;
import io.leasehold.providers.dialect.ErrorForm;
import io.leasehold.providers.dialect.Refusal;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Our refusals in Azure's form: a code, which is a name or the status as a string, and words. */
final class AzureErrorAnswers {
    static final ErrorForm FORM = new ErrorForm("apim-request-id", AzureErrorAnswers::code, AzureErrorAnswers::write);

    private AzureErrorAnswers() {}

    private static void write(
            JsonGenerator json, Refusal refusal, String code, String message, @Nullable String requestId)
            throws IOException {
        json.writeObjectFieldStart("error");
        json.writeStringField("code", code);
        json.writeStringField("message", message);
        json.writeEndObject();
    }

    private static String code(Refusal refusal) {
        return switch (refusal) {
            case SPEND_LIMIT -> "insufficient_quota";
            case FORBIDDEN -> "Forbidden";
            case RATE_LIMIT -> "RateLimitReached";
            case UNAUTHENTICATED, NO_SUCH_ROUTE, BAD_REQUEST, TOO_LARGE, INTERNAL, BAD_UPSTREAM, UNAVAILABLE, TIMEOUT ->
                String.valueOf(refusal.status());
        };
    }
}

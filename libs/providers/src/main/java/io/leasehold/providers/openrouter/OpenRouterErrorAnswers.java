package io.leasehold.providers.openrouter;

import com.fasterxml.jackson.core.JsonGenerator;
import io.leasehold.providers.dialect.ErrorForm;
import io.leasehold.providers.dialect.Refusal;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Our refusals in OpenRouter's form (API reference, errors): the code is the status. A used-up limit is 402, its own
 * word for that, which no SDK tries again.
 */
final class OpenRouterErrorAnswers {
    static final ErrorForm FORM =
            new ErrorForm("x-request-id", OpenRouterErrorAnswers::type, OpenRouterErrorAnswers::write);

    private OpenRouterErrorAnswers() {}

    private static void write(
            JsonGenerator json, Refusal refusal, String type, String message, @Nullable String requestId)
            throws IOException {
        json.writeObjectFieldStart("error");
        json.writeNumberField("code", refusal.status());
        json.writeStringField("message", message);
        json.writeObjectFieldStart("metadata");
        json.writeStringField("error_type", type);
        json.writeEndObject();
        json.writeEndObject();
    }

    private static String type(Refusal refusal) {
        return refusal.name().toLowerCase(Locale.ROOT);
    }
}

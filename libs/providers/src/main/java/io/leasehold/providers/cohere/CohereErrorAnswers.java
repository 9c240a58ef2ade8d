package io.leasehold.providers.cohere;

import com.fasterxml.jackson.core.JsonGenerator;
import io.leasehold.providers.dialect.ErrorForm;
import io.leasehold.providers.dialect.Refusal;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Our refusals in Cohere's form: a message and an id, and no word for what kind it is. */
final class CohereErrorAnswers {
    static final ErrorForm FORM = new ErrorForm("x-request-id", CohereErrorAnswers::type, CohereErrorAnswers::write);

    private CohereErrorAnswers() {}

    private static void write(
            JsonGenerator json, Refusal refusal, String type, String message, @Nullable String requestId)
            throws IOException {
        json.writeStringField("message", message);
        if (requestId != null) {
            json.writeStringField("id", requestId);
        }
    }

    /** For records only. */
    private static String type(Refusal refusal) {
        return refusal.name().toLowerCase(Locale.ROOT);
    }
}

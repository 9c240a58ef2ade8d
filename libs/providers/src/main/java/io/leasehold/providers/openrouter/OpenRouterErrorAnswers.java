package io.leasehold.providers.openrouter;

import io.leasehold.providers.dialect.ErrorAnswer;
import io.leasehold.providers.dialect.JsonWriter;
import io.leasehold.providers.dialect.Refusal;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Our refusals in OpenRouter's form (API reference, errors): the code is the status. A used-up limit is 402, its own
 * word for that, which no SDK tries again.
 */
final class OpenRouterErrorAnswers {

    private OpenRouterErrorAnswers() {}

    static ErrorAnswer of(Refusal refusal, String message, @Nullable String requestId) {
        String type = refusal.name().toLowerCase(Locale.ROOT);
        byte[] body = JsonWriter.object(json -> {
            json.writeObjectFieldStart("error");
            json.writeNumberField("code", refusal.status());
            json.writeStringField("message", message);
            json.writeObjectFieldStart("metadata");
            json.writeStringField("error_type", type);
            json.writeEndObject();
            json.writeEndObject();
        });
        Map<String, String> headers = new HashMap<>();
        headers.put("content-type", "application/json");
        headers.put("x-should-retry", String.valueOf(refusal.retryable()));
        if (requestId != null) {
            headers.put("x-request-id", requestId);
        }
        return new ErrorAnswer(refusal.status(), type, headers, body);
    }
}

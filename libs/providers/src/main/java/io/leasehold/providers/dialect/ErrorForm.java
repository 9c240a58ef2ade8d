package io.leasehold.providers.dialect;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How a provider says no, and so how our own refusals are written: its official clients understand them.
 *
 * @param requestIdHeader the header that names the request
 * @param type the provider's word for a refusal
 * @param body writes what stands between the braces of the answer
 */
public record ErrorForm(String requestIdHeader, Function<Refusal, String> type, Body body) {
    private static final JsonFactory FACTORY = new JsonFactory();

    /** Writes the members of an error's body. */
    @FunctionalInterface
    public interface Body {
        void write(JsonGenerator json, Refusal refusal, String type, String message, @Nullable String requestId)
                throws IOException;
    }

    /** SDKs that read {@code x-should-retry} are told what the status tells the others. */
    ErrorAnswer answer(Refusal refusal, String message, @Nullable String requestId) {
        String word = type.apply(refusal);
        Map<String, String> headers = new HashMap<>();
        headers.put("content-type", "application/json");
        headers.put("x-should-retry", String.valueOf(refusal.retryable()));
        if (requestId != null) {
            headers.put(requestIdHeader, requestId);
        }
        return new ErrorAnswer(refusal.status(), word, headers, bytes(refusal, word, message, requestId));
    }

    private byte[] bytes(Refusal refusal, String word, String message, @Nullable String requestId) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
            json.writeStartObject();
            body.write(json, refusal, word, message, requestId);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory does not fail.", e);
        }
        return bytes.toByteArray();
    }
}

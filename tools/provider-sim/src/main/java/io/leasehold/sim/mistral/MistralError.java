package io.leasehold.sim.mistral;

import com.fasterxml.jackson.core.JsonGenerator;
import io.leasehold.sim.format.Json;
import java.io.IOException;

/** An answer that is an error. */
final class MistralError extends RuntimeException {
    private final int status;
    private final MistralErrorKind kind;
    private final String text;

    MistralError(MistralErrorKind kind) {
        this(kind.status(), kind, kind.message());
    }

    MistralError(MistralErrorKind kind, String text) {
        this(kind.status(), kind, text);
    }

    MistralError(int status, MistralErrorKind kind, String text) {
        super(text, null, false, false);
        this.status = status;
        this.kind = kind;
        this.text = text;
    }

    static MistralError unprocessable(String text) {
        return new MistralError(MistralErrorKind.UNPROCESSABLE, text);
    }

    static MistralError notFound(String text) {
        return new MistralError(MistralErrorKind.NOT_FOUND, text);
    }

    int status() {
        return status;
    }

    boolean isRateLimit() {
        return kind.status() == 429;
    }

    /** The three shapes that errors come in: details alone, details within a message, and the usual one. */
    byte[] body() {
        return Json.object(json -> {
            if (kind == MistralErrorKind.AUTHENTICATION || kind == MistralErrorKind.NOT_FOUND) {
                json.writeStringField("detail", text);
            } else {
                usual(json);
            }
        });
    }

    private void usual(JsonGenerator json) throws IOException {
        json.writeStringField("object", "error");
        if (kind == MistralErrorKind.UNPROCESSABLE) {
            json.writeObjectFieldStart("message");
            details(json);
            json.writeEndObject();
        } else {
            json.writeStringField("message", text);
        }
        json.writeStringField("type", kind.type());
        json.writeNullField("param");
        json.writeStringField("code", kind.code().isEmpty() ? null : kind.code());
    }

    private void details(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("detail");
        json.writeStartObject();
        json.writeArrayFieldStart("loc");
        json.writeString("body");
        json.writeEndArray();
        json.writeStringField("msg", text);
        json.writeStringField("type", "value_error");
        json.writeEndObject();
        json.writeEndArray();
    }
}

package io.leasehold.sim.google;

import com.fasterxml.jackson.core.JsonGenerator;
import io.leasehold.sim.format.Json;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;

/** An answer that is an error. */
final class GoogleError extends RuntimeException {
    private static final String TYPE = "type.googleapis.com/google.rpc.";

    private final int status;
    private final transient GoogleErrorKind kind;
    private final String text;

    GoogleError(GoogleErrorKind kind) {
        this(kind, kind.message());
    }

    GoogleError(GoogleErrorKind kind, String text) {
        this(kind.status(), kind, text);
    }

    GoogleError(int status, GoogleErrorKind kind, String text) {
        super(text, null, false, false);
        this.status = status;
        this.kind = kind;
        this.text = text;
    }

    static GoogleError invalid(String text) {
        return new GoogleError(GoogleErrorKind.INVALID_ARGUMENT, text);
    }

    int status() {
        return status;
    }

    Buffer body() {
        return Buffer.buffer(Json.object(this::write));
    }

    private void write(JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("error");
        json.writeNumberField("code", status);
        json.writeStringField("message", text);
        json.writeStringField("status", kind.word());
        if (kind.reason() != null || kind.quota() != null) {
            json.writeArrayFieldStart("details");
            writeReason(json);
            writeQuota(json);
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private void writeReason(JsonGenerator json) throws IOException {
        if (kind.reason() == null) {
            return;
        }
        json.writeStartObject();
        json.writeStringField("@type", TYPE + "ErrorInfo");
        json.writeStringField("reason", kind.reason());
        json.writeStringField("domain", "googleapis.com");
        json.writeObjectFieldStart("metadata");
        json.writeStringField("service", "generativelanguage.googleapis.com");
        json.writeEndObject();
        json.writeEndObject();
        json.writeStartObject();
        json.writeStringField("@type", TYPE + "LocalizedMessage");
        json.writeStringField("locale", "en-US");
        json.writeStringField("message", text);
        json.writeEndObject();
    }

    private void writeQuota(JsonGenerator json) throws IOException {
        if (kind.quota() == null) {
            return;
        }
        json.writeStartObject();
        json.writeStringField("@type", TYPE + "QuotaFailure");
        json.writeArrayFieldStart("violations");
        json.writeStartObject();
        json.writeStringField("quotaMetric", "generativelanguage.googleapis.com/generate_content_requests");
        json.writeStringField("quotaId", kind.quota());
        json.writeStringField("quotaValue", "250");
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
        json.writeStartObject();
        json.writeStringField("@type", TYPE + "RetryInfo");
        json.writeStringField("retryDelay", kind.retryDelay());
        json.writeEndObject();
    }
}

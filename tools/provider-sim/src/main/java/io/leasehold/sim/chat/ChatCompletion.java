package io.leasehold.sim.chat;

import com.fasterxml.jackson.core.JsonGenerator;
import io.leasehold.sim.answer.Answer;
import io.leasehold.sim.format.Json;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A chat completion as it is written, whole or in chunks.
 *
 * @param created epoch seconds
 */
public record ChatCompletion(String id, long created, Answer answer, ChatForm form) {

    public Buffer whole() {
        return Buffer.buffer(Json.object(json -> {
            head(json, true);
            json.writeArrayFieldStart("choices");
            json.writeStartObject();
            json.writeNumberField("index", 0);
            json.writeObjectFieldStart("message");
            json.writeStringField("role", "assistant");
            json.writeStringField("content", answer.text());
            form.message(json);
            json.writeEndObject();
            endOfChoice(json, finishReason());
            json.writeEndObject();
            json.writeEndArray();
            form.tail(json);
        }));
    }

    public ChatEvents events() {
        return new ChatEvents(this);
    }

    /** An event with a choice that ends so, and whatever {@code beside} writes. */
    public String lastChunk(String finishReason, Json.Content beside) {
        return chunk(json -> {
            beside.writeTo(json);
            choice(json, true, "", finishReason);
        });
    }

    String finishReason() {
        return answer.cut() ? "length" : "stop";
    }

    String chunk(Json.Content part) {
        byte[] data = Json.object(json -> {
            head(json, false);
            part.writeTo(json);
        });
        return event(data);
    }

    static String event(byte[] data) {
        return "data: " + new String(data, StandardCharsets.UTF_8) + "\n\n";
    }

    /** @param content null for a delta that says nothing */
    void choice(JsonGenerator json, boolean withRole, @Nullable String content, @Nullable String finishReason)
            throws IOException {
        json.writeArrayFieldStart("choices");
        json.writeStartObject();
        json.writeNumberField("index", 0);
        json.writeObjectFieldStart("delta");
        if (withRole) {
            json.writeStringField("role", "assistant");
        }
        if (content != null) {
            json.writeStringField("content", content);
        }
        json.writeEndObject();
        endOfChoice(json, finishReason);
        json.writeEndObject();
        json.writeEndArray();
    }

    private void endOfChoice(JsonGenerator json, @Nullable String finishReason) throws IOException {
        json.writeStringField("finish_reason", finishReason);
        form.choice(json, finishReason);
    }

    private void head(JsonGenerator json, boolean whole) throws IOException {
        json.writeStringField("id", id);
        json.writeStringField("object", whole ? "chat.completion" : "chat.completion.chunk");
        json.writeNumberField("created", created);
        form.head(json, whole);
    }
}

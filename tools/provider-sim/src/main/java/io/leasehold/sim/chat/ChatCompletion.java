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
    private static final int CALL_ID_CHARACTERS = 20;

    public Buffer whole() {
        return Buffer.buffer(Json.object(json -> {
            head(json, true);
            json.writeArrayFieldStart("choices");
            json.writeStartObject();
            json.writeNumberField("index", 0);
            json.writeObjectFieldStart("message");
            json.writeStringField("role", "assistant");
            said().writeTo(json);
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
            choice(json, true, text(""), finishReason);
        });
    }

    String finishReason() {
        if (answer.tool() != null) {
            return "tool_calls";
        }
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

    /** Members of a message, or of a delta, that has all of the answer. */
    Json.Content said() {
        return answer.tool() == null
                ? text(answer.text())
                : json -> {
                    json.writeNullField("content");
                    call(json, true, answer.text());
                };
    }

    /** Members of the first delta. */
    Json.Content opening() {
        return answer.tool() == null
                ? text("")
                : json -> {
                    json.writeNullField("content");
                    call(json, true, "");
                };
    }

    /** Members of a delta with a part of the answer. */
    Json.Content part(String part) {
        return answer.tool() == null ? text(part) : json -> call(json, false, part);
    }

    static Json.Content text(String text) {
        return json -> json.writeStringField("content", text);
    }

    private void call(JsonGenerator json, boolean named, String arguments) throws IOException {
        json.writeArrayFieldStart("tool_calls");
        json.writeStartObject();
        json.writeNumberField("index", 0);
        if (named) {
            json.writeStringField("id", "call_" + id.substring(id.length() - CALL_ID_CHARACTERS));
            json.writeStringField("type", "function");
        }
        json.writeObjectFieldStart("function");
        if (named) {
            json.writeStringField("name", answer.tool());
        }
        json.writeStringField("arguments", arguments);
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndArray();
    }

    /** @param said members of its delta */
    void choice(JsonGenerator json, boolean withRole, Json.Content said, @Nullable String finishReason)
            throws IOException {
        json.writeArrayFieldStart("choices");
        json.writeStartObject();
        json.writeNumberField("index", 0);
        json.writeObjectFieldStart("delta");
        if (withRole) {
            json.writeStringField("role", "assistant");
        }
        said.writeTo(json);
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

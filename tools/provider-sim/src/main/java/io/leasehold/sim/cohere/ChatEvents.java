package io.leasehold.sim.cohere;

import com.fasterxml.jackson.core.JsonGenerator;
import io.leasehold.sim.answer.AnswerEvents;
import io.leasehold.sim.format.Json;
import io.leasehold.sim.http.EventStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** A chat as named events, of which the last one tells what was used. */
final class ChatEvents implements AnswerEvents {
    private final ChatAnswer chat;
    private final boolean calls;

    ChatEvents(ChatAnswer chat) {
        this.chat = chat;
        this.calls = chat.answer().tool() != null;
    }

    @Override
    public void begin(EventStream to) {
        to.event(event("message-start", json -> {
            json.writeStringField("id", chat.id());
            json.writeObjectFieldStart("delta");
            json.writeObjectFieldStart("message");
            json.writeStringField("role", "assistant");
            json.writeArrayFieldStart("content");
            json.writeEndArray();
            json.writeEndObject();
            json.writeEndObject();
        }));
        if (calls) {
            to.event(message("tool-call-start", json -> {
                json.writeFieldName("tool_calls");
                chat.call(json, "");
            }));
        } else {
            to.event(content("content-start", json -> {
                json.writeStringField("type", "text");
                json.writeStringField("text", "");
            }));
        }
    }

    @Override
    public void token(String text, EventStream to) {
        to.event(
                calls
                        ? message("tool-call-delta", json -> arguments(json, text))
                        : content("content-delta", json -> json.writeStringField("text", text)));
    }

    /** None is documented. */
    @Override
    public void keepAlive(EventStream to) {}

    @Override
    public void end(EventStream to) {
        to.event(event(calls ? "tool-call-end" : "content-end", json -> json.writeNumberField("index", 0)));
        to.event(event("message-end", json -> {
            json.writeStringField("id", chat.id());
            json.writeObjectFieldStart("delta");
            chat.end(json);
            chat.usage(json);
            json.writeEndObject();
        }));
    }

    /** The name is said twice, before the data and within. */
    static String event(String name, Json.Content content) {
        byte[] data = Json.object(json -> {
            json.writeStringField("type", name);
            content.writeTo(json);
        });
        return "event: " + name + "\ndata: " + new String(data, StandardCharsets.UTF_8) + "\n\n";
    }

    private static void arguments(JsonGenerator json, String part) throws IOException {
        json.writeObjectFieldStart("tool_calls");
        json.writeObjectFieldStart("function");
        json.writeStringField("arguments", part);
        json.writeEndObject();
        json.writeEndObject();
    }

    private static String content(String name, Json.Content content) {
        return message(name, json -> {
            json.writeObjectFieldStart("content");
            content.writeTo(json);
            json.writeEndObject();
        });
    }

    private static String message(String name, Json.Content members) {
        return event(name, json -> {
            json.writeNumberField("index", 0);
            json.writeObjectFieldStart("delta");
            json.writeObjectFieldStart("message");
            members.writeTo(json);
            json.writeEndObject();
            json.writeEndObject();
        });
    }
}

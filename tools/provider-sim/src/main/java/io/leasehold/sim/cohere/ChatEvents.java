package io.leasehold.sim.cohere;

import io.leasehold.sim.answer.AnswerEvents;
import io.leasehold.sim.format.Json;
import io.leasehold.sim.http.EventStream;
import java.nio.charset.StandardCharsets;

/** A chat as named events, of which the last one tells what was used. */
final class ChatEvents implements AnswerEvents {
    private final ChatAnswer chat;

    ChatEvents(ChatAnswer chat) {
        this.chat = chat;
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
        to.event(content("content-start", "{\"type\":\"text\",\"text\":\"\"}"));
    }

    @Override
    public void token(String text, EventStream to) {
        String content = new String(Json.object(json -> json.writeStringField("text", text)), StandardCharsets.UTF_8);
        to.event(content("content-delta", content));
    }

    /** None is documented. */
    @Override
    public void keepAlive(EventStream to) {}

    @Override
    public void end(EventStream to) {
        to.event(event("content-end", json -> json.writeNumberField("index", 0)));
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

    private static String content(String name, String content) {
        return event(name, json -> {
            json.writeNumberField("index", 0);
            json.writeObjectFieldStart("delta");
            json.writeObjectFieldStart("message");
            json.writeFieldName("content");
            json.writeRawValue(content);
            json.writeEndObject();
            json.writeEndObject();
        });
    }
}

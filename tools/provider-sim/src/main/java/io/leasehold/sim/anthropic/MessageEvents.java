package io.leasehold.sim.anthropic;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.leasehold.sim.answer.AnswerEvents;
import io.leasehold.sim.format.Json;
import io.leasehold.sim.http.EventStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** A message as server-sent events, one delta per token. */
final class MessageEvents implements AnswerEvents {
    private static final String PING = "event: ping\ndata: {\"type\":\"ping\"}\n\n";
    private static final String DELTA_HEAD =
            "event: content_block_delta\ndata: {\"type\":\"content_block_delta\",\"index\":0,\"delta\":{\"type\":";
    private static final String TEXT_HEAD = DELTA_HEAD + "\"text_delta\",\"text\":\"";
    private static final String TOOL_HEAD = DELTA_HEAD + "\"input_json_delta\",\"partial_json\":\"";
    private static final String DELTA_TAIL = "\"}}\n\n";

    private final Message message;
    private final String deltaHead;

    MessageEvents(Message message) {
        this.message = message;
        this.deltaHead = message.answer().tool() == null ? TEXT_HEAD : TOOL_HEAD;
    }

    @Override
    public void begin(EventStream to) {
        to.event(start());
        to.event(event("content_block_start", json(json -> {
            json.writeStringField("type", "content_block_start");
            json.writeNumberField("index", 0);
            json.writeObjectFieldStart("content_block");
            block(json);
            json.writeEndObject();
        })));
        to.event(PING);
    }

    @Override
    public void token(String text, EventStream to) {
        StringBuilder delta = new StringBuilder(deltaHead.length() + 16).append(deltaHead);
        JsonStringEncoder.getInstance().quoteAsString(text, delta);
        to.event(delta.append(DELTA_TAIL).toString());
    }

    @Override
    public void keepAlive(EventStream to) {
        to.event(PING);
    }

    @Override
    public void end(EventStream to) {
        to.event(event("content_block_stop", "{\"type\":\"content_block_stop\",\"index\":0}"));
        to.event(delta());
        to.event(event("message_stop", "{\"type\":\"message_stop\"}"));
    }

    static String event(String name, String data) {
        return "event: " + name + "\ndata: " + data + "\n\n";
    }

    private void block(JsonGenerator json) throws IOException {
        if (message.answer().tool() == null) {
            json.writeStringField("type", "text");
            json.writeStringField("text", "");
        } else {
            MessageJson.toolUse(json, message, "{}");
        }
    }

    /** Its one output token is a placeholder, as with the provider. */
    private String start() {
        return event("message_start", json(json -> {
            json.writeStringField("type", "message_start");
            json.writeObjectFieldStart("message");
            MessageJson.head(json, message);
            json.writeArrayFieldStart("content");
            json.writeEndArray();
            json.writeNullField("stop_reason");
            json.writeNullField("stop_sequence");
            json.writeObjectFieldStart("usage");
            MessageJson.input(json, message.input());
            MessageJson.cacheCreation(json, message.input());
            json.writeNumberField("output_tokens", 1);
            json.writeStringField("service_tier", "standard");
            json.writeStringField("inference_geo", message.rate().geo().wireName());
            json.writeEndObject();
            json.writeEndObject();
        }));
    }

    private String delta() {
        return event("message_delta", json(json -> {
            json.writeStringField("type", "message_delta");
            json.writeObjectFieldStart("delta");
            json.writeStringField("stop_reason", message.stopReason());
            json.writeNullField("stop_sequence");
            json.writeEndObject();
            json.writeObjectFieldStart("usage");
            MessageJson.input(json, message.input());
            json.writeNumberField("output_tokens", message.answer().tokens());
            json.writeEndObject();
        }));
    }

    private static String json(Json.Content content) {
        return new String(Json.object(content), StandardCharsets.UTF_8);
    }
}

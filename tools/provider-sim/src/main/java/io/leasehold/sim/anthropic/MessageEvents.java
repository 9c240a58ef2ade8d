package io.leasehold.sim.anthropic;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.leasehold.sim.answer.AnswerSink;
import io.leasehold.sim.answer.TokenPieces;
import io.leasehold.sim.format.Json;
import io.leasehold.sim.http.EventStream;
import java.nio.charset.StandardCharsets;

/** A message as server-sent events, one delta per token. */
final class MessageStream implements AnswerSink {
    private static final String PING = "event: ping\ndata: {\"type\":\"ping\"}\n\n";
    private static final String DELTA_HEAD =
            "event: content_block_delta\ndata: {\"type\":\"content_block_delta\",\"index\":0,\"delta\":{\"type\":\"text_delta\",\"text\":\"";
    private static final String DELTA_TAIL = "\"}}\n\n";

    private final EventStream events;
    private final Message message;
    private final TokenPieces pieces;

    MessageStream(EventStream events, Message message) {
        this.events = events;
        this.message = message;
        this.pieces = message.answer().pieces();
    }

    @Override
    public void begin() {
        events.begin();
        events.event(start());
        events.event(event(
                "content_block_start",
                "{\"type\":\"content_block_start\",\"index\":0,\"content_block\":{\"type\":\"text\",\"text\":\"\"}}"));
        events.event(PING);
    }

    @Override
    public void token() {
        StringBuilder delta = new StringBuilder(DELTA_HEAD.length() + 16).append(DELTA_HEAD);
        JsonStringEncoder.getInstance().quoteAsString(pieces.next(), delta);
        events.event(delta.append(DELTA_TAIL).toString());
    }

    @Override
    public void keepAlive() {
        events.event(PING);
    }

    @Override
    public void flush() {
        events.flush();
    }

    @Override
    public void complete() {
        events.event(event("content_block_stop", "{\"type\":\"content_block_stop\",\"index\":0}"));
        events.event(delta());
        events.event(event("message_stop", "{\"type\":\"message_stop\"}"));
        events.end();
    }

    @Override
    public boolean isOpen() {
        return events.isOpen();
    }

    @Override
    public boolean isFull() {
        return events.isFull();
    }

    @Override
    public void whenDrained(Runnable resume) {
        events.whenDrained(resume);
    }

    static String event(String name, String data) {
        return "event: " + name + "\ndata: " + data + "\n\n";
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

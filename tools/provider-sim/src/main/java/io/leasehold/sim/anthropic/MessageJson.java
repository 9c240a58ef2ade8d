package io.leasehold.sim.anthropic;

import com.fasterxml.jackson.core.JsonGenerator;
import io.leasehold.sim.format.Json;
import io.leasehold.sim.ledger.Tokens;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;

/** Writes messages and their usage field by field. */
final class MessageJson {
    private MessageJson() {}

    static Buffer whole(Message message) {
        return Buffer.buffer(Json.object(json -> {
            head(json, message);
            json.writeArrayFieldStart("content");
            json.writeStartObject();
            if (message.answer().tool() == null) {
                json.writeStringField("type", "text");
                json.writeStringField("text", message.answer().text());
                json.writeNullField("citations");
            } else {
                toolUse(json, message, message.answer().text());
            }
            json.writeEndObject();
            json.writeEndArray();
            json.writeStringField("stop_reason", message.stopReason());
            json.writeNullField("stop_sequence");
            json.writeNullField("stop_details");
            json.writeNullField("container");
            usage(json, message);
        }));
    }

    /** The fields that a streamed and a whole message begin with. */
    static void head(JsonGenerator json, Message message) throws IOException {
        json.writeStringField("id", message.id());
        json.writeStringField("type", "message");
        json.writeStringField("role", "assistant");
        json.writeStringField("model", message.model());
    }

    /** @param input what the tool is called with, as JSON */
    static void toolUse(JsonGenerator json, Message message, String input) throws IOException {
        json.writeStringField("type", "tool_use");
        json.writeStringField("id", message.toolUseId());
        json.writeStringField("name", message.answer().tool());
        json.writeFieldName("input");
        json.writeRawValue(input);
    }

    /** The three kinds of input; they do not overlap. */
    static void input(JsonGenerator json, Tokens tokens) throws IOException {
        json.writeNumberField("input_tokens", tokens.input());
        json.writeNumberField("cache_creation_input_tokens", tokens.cacheWrite());
        json.writeNumberField("cache_read_input_tokens", tokens.cacheRead());
    }

    static void cacheCreation(JsonGenerator json, Tokens tokens) throws IOException {
        json.writeObjectFieldStart("cache_creation");
        json.writeNumberField("ephemeral_5m_input_tokens", tokens.cacheWrite5m());
        json.writeNumberField("ephemeral_1h_input_tokens", tokens.cacheWrite1h());
        json.writeEndObject();
    }

    private static void usage(JsonGenerator json, Message message) throws IOException {
        json.writeObjectFieldStart("usage");
        input(json, message.input());
        cacheCreation(json, message.input());
        json.writeNumberField("output_tokens", message.answer().tokens());
        json.writeObjectFieldStart("output_tokens_details");
        json.writeNumberField("thinking_tokens", 0);
        json.writeEndObject();
        json.writeNullField("server_tool_use");
        json.writeStringField("service_tier", "standard");
        json.writeStringField("inference_geo", message.rate().geo().wireName());
        json.writeStringField("speed", message.rate().speed().wireName());
        json.writeEndObject();
    }
}

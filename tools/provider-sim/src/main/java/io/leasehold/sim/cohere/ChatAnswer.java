package io.leasehold.sim.cohere;

import com.fasterxml.jackson.core.JsonGenerator;
import io.leasehold.sim.answer.AnswerEvents;
import io.leasehold.sim.format.Json;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;

/** An answer of {@code POST /v2/chat}. */
record ChatAnswer(String id, Plan plan) implements CohereAnswer {
    /** What Cohere itself says to the model: read, and not billed. */
    private static final int TEMPLATE_TOKENS = 66;

    private static final int CALL_ID_CHARACTERS = 12;

    @Override
    public Buffer whole() {
        return Buffer.buffer(Json.object(json -> {
            json.writeStringField("id", id);
            end(json);
            json.writeObjectFieldStart("message");
            json.writeStringField("role", "assistant");
            if (answer().tool() == null) {
                json.writeArrayFieldStart("content");
                json.writeStartObject();
                json.writeStringField("type", "text");
                json.writeStringField("text", answer().text());
                json.writeEndObject();
                json.writeEndArray();
            } else {
                json.writeArrayFieldStart("tool_calls");
                call(json, answer().text());
                json.writeEndArray();
            }
            json.writeEndObject();
            usage(json);
        }));
    }

    @Override
    public AnswerEvents events() {
        return new ChatEvents(this);
    }

    @Override
    public String failure(CohereError error) {
        return ChatEvents.event("message-end", json -> {
            json.writeStringField("id", id);
            json.writeObjectFieldStart("delta");
            json.writeStringField("finish_reason", "ERROR");
            json.writeStringField("error", error.text());
            json.writeEndObject();
        });
    }

    void end(JsonGenerator json) throws IOException {
        String otherwise = answer().tool() == null ? "COMPLETE" : "TOOL_CALL";
        json.writeStringField("finish_reason", answer().cut() ? "MAX_TOKENS" : otherwise);
    }

    /** The call of a tool, as an object. */
    void call(JsonGenerator json, String arguments) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", answer().tool() + "_" + id.substring(0, CALL_ID_CHARACTERS));
        json.writeStringField("type", "function");
        json.writeObjectFieldStart("function");
        json.writeStringField("name", answer().tool());
        json.writeStringField("arguments", arguments);
        json.writeEndObject();
        json.writeEndObject();
    }

    void usage(JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("usage");
        units("billed_units", input().totalInput(), json);
        units("tokens", input().totalInput() + TEMPLATE_TOKENS, json);
        json.writeNumberField("cached_tokens", 0);
        json.writeEndObject();
    }

    private void units(String name, long input, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeNumberField("input_tokens", input);
        json.writeNumberField("output_tokens", answer().tokens());
        json.writeEndObject();
    }
}

package io.leasehold.sim.openai;

import com.fasterxml.jackson.core.JsonGenerator;
import io.leasehold.sim.answer.AnswerEvents;
import io.leasehold.sim.answer.InferenceCall;
import io.leasehold.sim.format.Json;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;

/**
 * An answer of {@code POST /responses}.
 *
 * @param suffix what its ids end with
 * @param created epoch seconds
 */
record ResponseAnswer(String suffix, long created, Plan plan) implements OpenAiAnswer {

    static ResponseAnswer of(InferenceCall call, String suffix, Plan plan, boolean filtered) {
        return new ResponseAnswer(suffix, call.startedAt() / 1000, plan);
    }

    @Override
    public Buffer whole() {
        return Buffer.buffer(Json.object(this::finished));
    }

    @Override
    public AnswerEvents events() {
        return new ResponseEvents(this);
    }

    @Override
    public String failure(OpenAiError error) {
        return ResponseEvents.failure(error);
    }

    boolean isCall() {
        return answer().tool() != null;
    }

    /** Of the message, or of the call. */
    String itemId() {
        return (isCall() ? "fc_" : "msg_") + suffix;
    }

    /** What ends a stream; an answer that the maximum cut short is incomplete. */
    String status() {
        return answer().cut() ? "incomplete" : "completed";
    }

    void finished(JsonGenerator json) throws IOException {
        head(json, status());
        json.writeArrayFieldStart("output");
        json.writeStartObject();
        item(json, "completed", answer().text());
        json.writeEndObject();
        json.writeEndArray();
        usage(json);
    }

    void begun(JsonGenerator json) throws IOException {
        head(json, "in_progress");
        json.writeArrayFieldStart("output");
        json.writeEndArray();
        json.writeNullField("usage");
    }

    /** @param text empty for a message, or for arguments, of which there is nothing yet */
    void item(JsonGenerator json, String status, String text) throws IOException {
        if (isCall()) {
            json.writeStringField("type", "function_call");
            json.writeStringField("id", itemId());
            json.writeStringField("status", status);
            json.writeStringField("call_id", "call_" + suffix);
            json.writeStringField("name", answer().tool());
            json.writeStringField("arguments", text);
        } else {
            message(json, status, text);
        }
    }

    private void message(JsonGenerator json, String status, String text) throws IOException {
        json.writeStringField("type", "message");
        json.writeStringField("id", itemId());
        json.writeStringField("status", status);
        json.writeStringField("role", "assistant");
        json.writeArrayFieldStart("content");
        if (!text.isEmpty()) {
            json.writeStartObject();
            part(json, text);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    static void part(JsonGenerator json, String text) throws IOException {
        json.writeStringField("type", "output_text");
        json.writeStringField("text", text);
        json.writeArrayFieldStart("annotations");
        json.writeEndArray();
    }

    private void head(JsonGenerator json, String status) throws IOException {
        json.writeStringField("id", "resp_" + suffix);
        json.writeStringField("object", "response");
        json.writeNumberField("created_at", created);
        json.writeStringField("status", status);
        json.writeNullField("error");
        if (status.equals("incomplete")) {
            json.writeObjectFieldStart("incomplete_details");
            json.writeStringField("reason", "max_output_tokens");
            json.writeEndObject();
        } else {
            json.writeNullField("incomplete_details");
        }
        json.writeNullField("instructions");
        json.writeNullField("metadata");
        json.writeStringField("model", plan.model().snapshot());
        json.writeBooleanField("parallel_tool_calls", true);
        json.writeNullField("temperature");
        json.writeStringField("tool_choice", "auto");
        json.writeArrayFieldStart("tools");
        json.writeEndArray();
        json.writeNullField("top_p");
        json.writeStringField("service_tier", plan.serviceTier());
        json.writeBooleanField("store", true);
    }

    private void usage(JsonGenerator json) throws IOException {
        int output = answer().tokens();
        json.writeObjectFieldStart("usage");
        json.writeNumberField("input_tokens", input().totalInput());
        json.writeObjectFieldStart("input_tokens_details");
        json.writeNumberField("cached_tokens", input().cacheRead());
        if (plan.model().billsCacheWrites()) {
            json.writeNumberField("cache_write_tokens", input().cacheWrite());
        }
        json.writeEndObject();
        json.writeNumberField("output_tokens", output);
        json.writeObjectFieldStart("output_tokens_details");
        json.writeNumberField("reasoning_tokens", 0);
        json.writeEndObject();
        json.writeNumberField("total_tokens", input().totalInput() + output);
        json.writeEndObject();
    }
}

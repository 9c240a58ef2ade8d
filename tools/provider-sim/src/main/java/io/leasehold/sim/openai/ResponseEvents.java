package io.leasehold.sim.openai;

import com.fasterxml.jackson.core.JsonGenerator;
import io.leasehold.sim.answer.AnswerEvents;
import io.leasehold.sim.format.Json;
import io.leasehold.sim.http.EventStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** A response as named, numbered events; the last one repeats all of it, with the usage. */
final class ResponseEvents implements AnswerEvents {
    private final ResponseAnswer response;
    private int sequence;

    ResponseEvents(ResponseAnswer response) {
        this.response = response;
    }

    @Override
    public void begin(EventStream to) {
        to.event(next("response.created", json -> response(json, response::begun)));
        to.event(next("response.in_progress", json -> response(json, response::begun)));
        to.event(next("response.output_item.added", json -> {
            json.writeNumberField("output_index", 0);
            json.writeObjectFieldStart("item");
            response.item(json, "in_progress", "");
            json.writeEndObject();
        }));
        if (!response.isCall()) {
            to.event(next("response.content_part.added", json -> part(json, "")));
        }
    }

    @Override
    public void token(String text, EventStream to) {
        if (response.isCall()) {
            to.event(next("response.function_call_arguments.delta", json -> arguments(json, "delta", text)));
            return;
        }
        to.event(next("response.output_text.delta", json -> {
            place(json);
            json.writeStringField("delta", text);
            json.writeArrayFieldStart("logprobs");
            json.writeEndArray();
        }));
    }

    /** The provider gives none here. */
    @Override
    public void keepAlive(EventStream to) {}

    @Override
    public void end(EventStream to) {
        String text = response.answer().text();
        if (response.isCall()) {
            to.event(next("response.function_call_arguments.done", json -> {
                arguments(json, "arguments", text);
                json.writeStringField("name", response.answer().tool());
            }));
        } else {
            endOfText(text, to);
        }
        to.event(next("response.output_item.done", json -> {
            json.writeNumberField("output_index", 0);
            json.writeObjectFieldStart("item");
            response.item(json, "completed", text);
            json.writeEndObject();
        }));
        to.event(next("response." + response.status(), json -> response(json, response::finished)));
    }

    private void endOfText(String text, EventStream to) {
        to.event(next("response.output_text.done", json -> {
            place(json);
            json.writeStringField("text", text);
            json.writeArrayFieldStart("logprobs");
            json.writeEndArray();
        }));
        to.event(next("response.content_part.done", json -> part(json, text)));
    }

    private void arguments(JsonGenerator json, String field, String text) throws IOException {
        json.writeStringField("item_id", response.itemId());
        json.writeNumberField("output_index", 0);
        json.writeStringField(field, text);
    }

    static String failure(OpenAiError error) {
        return event("error", 0, json -> {
            json.writeStringField("code", error.kind().code());
            json.writeStringField("message", error.text());
            json.writeNullField("param");
        });
    }

    private void part(JsonGenerator json, String text) throws IOException {
        place(json);
        json.writeObjectFieldStart("part");
        ResponseAnswer.part(json, text);
        json.writeEndObject();
    }

    private void place(JsonGenerator json) throws IOException {
        json.writeStringField("item_id", response.itemId());
        json.writeNumberField("output_index", 0);
        json.writeNumberField("content_index", 0);
    }

    private static void response(JsonGenerator json, Json.Content content) throws IOException {
        json.writeObjectFieldStart("response");
        content.writeTo(json);
        json.writeEndObject();
    }

    private String next(String type, Json.Content content) {
        return event(type, sequence++, content);
    }

    private static String event(String type, int number, Json.Content content) {
        byte[] data = Json.object(json -> {
            json.writeStringField("type", type);
            json.writeNumberField("sequence_number", number);
            content.writeTo(json);
        });
        return "event: " + type + "\ndata: " + new String(data, StandardCharsets.UTF_8) + "\n\n";
    }
}

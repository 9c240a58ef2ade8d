package io.leasehold.sim.google;

import com.fasterxml.jackson.core.JsonGenerator;
import io.leasehold.sim.answer.Answer;
import io.leasehold.sim.answer.AnswerEvents;
import io.leasehold.sim.answer.Completion;
import io.leasehold.sim.format.Json;
import io.leasehold.sim.ledger.Rate;
import io.leasehold.sim.ledger.Tokens;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An answer of generateContent. A count that is zero is left out.
 *
 * @param sse whether a stream is events, rather than an array
 */
record ContentAnswer(Plan plan, String id, boolean sse) implements Completion<GoogleError> {
    /**
     * What is said; a thought is told apart.
     *
     * @param tool that is called, with the text as its arguments; null where none is
     */
    record Piece(String text, boolean thought, @Nullable String tool) {
        Piece(String text, boolean thought) {
            this(text, thought, null);
        }
    }

    @Override
    public Answer answer() {
        return plan.answer();
    }

    @Override
    public Tokens input() {
        return plan.input();
    }

    @Override
    public Rate rate() {
        return plan.rate();
    }

    @Override
    public Buffer whole() {
        List<Piece> pieces = new ArrayList<>();
        if (plan.thoughts() > 0 && plan.tellsThoughts()) {
            pieces.add(new Piece(plan.thoughtsText(), true));
        }
        pieces.add(said());
        return Buffer.buffer(answer(pieces, plan.answer().tokens(), plan.finishReason()));
    }

    @Override
    public AnswerEvents events() {
        return new ContentEvents(this);
    }

    @Override
    public String failure(GoogleError error) {
        return ContentEvents.framed(sse, error.body().toString(), true);
    }

    /** All that is said after the thoughts. */
    Piece said() {
        return new Piece(plan.text(), false, plan.answer().tool());
    }

    /** A part of a stream: a whole answer, with the totals so far. */
    String fragment(Piece piece, int produced, @Nullable String finishReason) {
        return new String(answer(List.of(piece), produced, finishReason), StandardCharsets.UTF_8);
    }

    private byte[] answer(List<Piece> pieces, int produced, @Nullable String finishReason) {
        return Json.object(json -> {
            json.writeArrayFieldStart("candidates");
            json.writeStartObject();
            json.writeObjectFieldStart("content");
            json.writeArrayFieldStart("parts");
            for (Piece piece : pieces) {
                part(json, piece);
            }
            json.writeEndArray();
            json.writeStringField("role", "model");
            json.writeEndObject();
            if (finishReason != null) {
                json.writeStringField("finishReason", finishReason);
            }
            json.writeNumberField("index", 0);
            json.writeEndObject();
            json.writeEndArray();
            tail(json, produced);
        });
    }

    private void tail(JsonGenerator json, int produced) throws IOException {
        int thoughts = Math.min(produced, plan.thoughts());
        int output = produced - thoughts;
        json.writeObjectFieldStart("usageMetadata");
        json.writeNumberField("promptTokenCount", input().totalInput());
        unlessZero(json, "cachedContentTokenCount", input().cacheRead());
        unlessZero(json, "candidatesTokenCount", output);
        unlessZero(json, "thoughtsTokenCount", thoughts);
        json.writeNumberField("totalTokenCount", input().totalInput() + produced);
        details(json, "promptTokensDetails", input().totalInput());
        details(json, "cacheTokensDetails", input().cacheRead());
        details(json, "candidatesTokensDetails", output);
        json.writeStringField("serviceTier", plan.serviceTier());
        json.writeEndObject();
        json.writeStringField("modelVersion", plan.model().id());
        json.writeStringField("responseId", id);
    }

    private static void part(JsonGenerator json, Piece piece) throws IOException {
        json.writeStartObject();
        if (piece.tool() == null) {
            json.writeStringField("text", piece.text());
        } else {
            json.writeObjectFieldStart("functionCall");
            json.writeStringField("name", piece.tool());
            json.writeFieldName("args");
            json.writeRawValue(piece.text());
            json.writeEndObject();
        }
        if (piece.thought()) {
            json.writeBooleanField("thought", true);
        }
        json.writeEndObject();
    }

    private static void unlessZero(JsonGenerator json, String name, long count) throws IOException {
        if (count > 0) {
            json.writeNumberField(name, count);
        }
    }

    private static void details(JsonGenerator json, String name, long count) throws IOException {
        if (count > 0) {
            json.writeArrayFieldStart(name);
            json.writeStartObject();
            json.writeStringField("modality", "TEXT");
            json.writeNumberField("tokenCount", count);
            json.writeEndObject();
            json.writeEndArray();
        }
    }
}

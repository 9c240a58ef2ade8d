package io.leasehold.sim.google;

import com.fasterxml.jackson.core.JsonGenerator;
import io.leasehold.sim.answer.Answer;
import io.leasehold.sim.answer.AnswerEvents;
import io.leasehold.sim.answer.Completion;
import io.leasehold.sim.chat.EmbeddingVector;
import io.leasehold.sim.format.Json;
import io.leasehold.sim.ledger.Rate;
import io.leasehold.sim.ledger.Tokens;
import io.leasehold.sim.prompt.InferenceRequest;
import io.leasehold.sim.prompt.PromptBlock;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.util.List;
import java.util.Objects;

/**
 * An answer of embedContent, or of batchEmbedContents.
 *
 * @param several whether it is for several contents
 */
record EmbeddingAnswer(Plan plan, InferenceRequest request, boolean several) implements Completion<GoogleError> {

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
        List<PromptBlock> contents = request.prompt().blocks();
        return Buffer.buffer(Json.object(json -> {
            if (several) {
                json.writeArrayFieldStart("embeddings");
                for (PromptBlock content : contents) {
                    json.writeStartObject();
                    values(json, content);
                    json.writeEndObject();
                }
                json.writeEndArray();
            } else {
                json.writeObjectFieldStart("embedding");
                values(json, contents.getLast());
                json.writeEndObject();
            }
        }));
    }

    @Override
    public AnswerEvents events() {
        throw new IllegalStateException("embeddings are not streamed");
    }

    @Override
    public String failure(GoogleError error) {
        throw new IllegalStateException("embeddings are not streamed");
    }

    private void values(JsonGenerator json, PromptBlock content) throws IOException {
        int most = plan.model().dimensions();
        int asked = Objects.requireNonNullElse(request.embedding().dimensions(), most);
        EmbeddingVector.of(content.text(), Math.min(asked, most)).write("values", json);
    }
}

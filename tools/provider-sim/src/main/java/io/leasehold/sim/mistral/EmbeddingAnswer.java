package io.leasehold.sim.mistral;

import io.leasehold.sim.answer.AnswerEvents;
import io.leasehold.sim.answer.InferenceCall;
import io.leasehold.sim.chat.EmbeddingVector;
import io.leasehold.sim.format.Json;
import io.leasehold.sim.prompt.PromptBlock;
import io.vertx.core.buffer.Buffer;
import java.util.List;

/** An answer of {@code POST /v1/embeddings}. */
record EmbeddingAnswer(String id, Plan plan, List<PromptBlock> inputs) implements MistralAnswer {

    static EmbeddingAnswer of(InferenceCall call, String suffix, Plan plan) {
        if (call.request().stream()) {
            throw MistralError.unprocessable("Extra inputs are not permitted: stream");
        }
        return new EmbeddingAnswer(suffix, plan, call.request().prompt().blocks());
    }

    @Override
    public Buffer whole() {
        return Buffer.buffer(Json.object(json -> {
            json.writeStringField("id", id);
            json.writeStringField("object", "list");
            json.writeArrayFieldStart("data");
            for (int i = 0; i < inputs.size(); i++) {
                json.writeStartObject();
                json.writeStringField("object", "embedding");
                EmbeddingVector.of(inputs.get(i).text(), plan.model().dimensions())
                        .write("embedding", json);
                json.writeNumberField("index", i);
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeStringField("model", plan.model().id());
            json.writeObjectFieldStart("usage");
            json.writeNumberField("prompt_tokens", input().totalInput());
            json.writeNumberField("completion_tokens", 0);
            json.writeNumberField("total_tokens", input().totalInput());
            json.writeEndObject();
        }));
    }

    @Override
    public AnswerEvents events() {
        throw new IllegalStateException("embeddings are not streamed");
    }

    @Override
    public String failure(MistralError error) {
        throw new IllegalStateException("embeddings are not streamed");
    }
}

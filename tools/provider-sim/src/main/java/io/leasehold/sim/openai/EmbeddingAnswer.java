package io.leasehold.sim.openai;

import com.fasterxml.jackson.core.JsonGenerator;
import io.leasehold.sim.answer.AnswerEvents;
import io.leasehold.sim.answer.InferenceCall;
import io.leasehold.sim.chat.EmbeddingVector;
import io.leasehold.sim.format.Json;
import io.leasehold.sim.prompt.InferenceRequest;
import io.leasehold.sim.prompt.PromptBlock;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.List;
import java.util.Objects;

/** An answer of {@code POST /embeddings}. */
record EmbeddingAnswer(Plan plan, InferenceRequest request) implements OpenAiAnswer {

    static EmbeddingAnswer of(InferenceCall call, String suffix, Plan plan, boolean filtered) {
        if (call.request().stream()) {
            throw OpenAiError.invalid("Unrecognized request argument supplied: stream");
        }
        return new EmbeddingAnswer(plan, call.request());
    }

    @Override
    public Buffer whole() {
        return Buffer.buffer(Json.object(json -> {
            json.writeStringField("object", "list");
            json.writeArrayFieldStart("data");
            List<PromptBlock> inputs = request.prompt().blocks();
            for (int i = 0; i < inputs.size(); i++) {
                json.writeStartObject();
                json.writeStringField("object", "embedding");
                json.writeNumberField("index", i);
                vector(json, vector(inputs.get(i)));
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeStringField("model", plan.model().snapshot());
            json.writeObjectFieldStart("usage");
            json.writeNumberField("prompt_tokens", input().totalInput());
            json.writeNumberField("total_tokens", input().totalInput());
            json.writeEndObject();
        }));
    }

    @Override
    public AnswerEvents events() {
        throw new IllegalStateException("embeddings are not streamed");
    }

    @Override
    public String failure(OpenAiError error) {
        throw new IllegalStateException("embeddings are not streamed");
    }

    private void vector(JsonGenerator json, EmbeddingVector vector) throws IOException {
        if (request.embedding().base64()) {
            float[] values = vector.values();
            ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
            bytes.asFloatBuffer().put(values);
            json.writeStringField("embedding", Base64.getEncoder().encodeToString(bytes.array()));
        } else {
            vector.write("embedding", json);
        }
    }

    private EmbeddingVector vector(PromptBlock input) {
        int most = plan.model().dimensions();
        int size = Objects.requireNonNullElse(request.embedding().dimensions(), most);
        return EmbeddingVector.of(input.text(), Math.min(size, most));
    }
}

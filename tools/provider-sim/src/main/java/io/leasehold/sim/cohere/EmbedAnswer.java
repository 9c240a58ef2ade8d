package io.leasehold.sim.cohere;

import com.fasterxml.jackson.core.JsonGenerator;
import io.leasehold.sim.chat.EmbeddingVector;
import io.leasehold.sim.format.Json;
import io.leasehold.sim.prompt.InferenceRequest;
import io.leasehold.sim.prompt.PromptBlock;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.util.Objects;

/** An answer of {@code POST /v2/embed}, for texts only. */
record EmbedAnswer(String id, Plan plan, InferenceRequest request) implements CohereAnswer {

    @Override
    public Buffer whole() {
        return Buffer.buffer(Json.object(json -> {
            json.writeStringField("id", id);
            json.writeObjectFieldStart("embeddings");
            json.writeArrayFieldStart("float");
            for (PromptBlock text : request.prompt().blocks()) {
                EmbeddingVector.of(text.text(), dimensions()).write(json);
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeArrayFieldStart("texts");
            for (PromptBlock text : request.prompt().blocks()) {
                json.writeString(text.text());
            }
            json.writeEndArray();
            meta(json);
            json.writeStringField("response_type", "embeddings_by_type");
        }));
    }

    private int dimensions() {
        int most = plan.model().dimensions();
        return Math.min(most, Objects.requireNonNullElse(request.embedding().dimensions(), most));
    }

    private void meta(JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("meta");
        json.writeObjectFieldStart("api_version");
        json.writeStringField("version", "2");
        json.writeEndObject();
        json.writeObjectFieldStart("billed_units");
        json.writeNumberField("input_tokens", input().totalInput());
        json.writeNumberField("images", 0);
        json.writeNumberField("image_tokens", 0);
        json.writeEndObject();
        json.writeArrayFieldStart("warnings");
        json.writeEndArray();
        json.writeEndObject();
    }
}

package io.leasehold.sim.cohere;

import com.fasterxml.jackson.core.JsonGenerator;
import io.leasehold.sim.format.Json;
import io.leasehold.sim.prompt.InferenceRequest;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;

/** An answer of {@code POST /v2/rerank}: documents are as relevant as they come early. */
record RerankAnswer(String id, Plan plan, InferenceRequest request) implements CohereAnswer {
    private static final int PLACES = 6;

    @Override
    public Buffer whole() {
        return Buffer.buffer(Json.object(json -> {
            json.writeStringField("id", id);
            json.writeArrayFieldStart("results");
            int documents = request.documents();
            int shown = Math.min(documents, Objects.requireNonNullElse(request.topN(), documents));
            for (int i = 0; i < shown; i++) {
                json.writeStartObject();
                json.writeNumberField("index", i);
                json.writeNumberField("relevance_score", relevance(i));
                json.writeEndObject();
            }
            json.writeEndArray();
            meta(json);
        }));
    }

    private static BigDecimal relevance(int index) {
        return BigDecimal.ONE.divide(BigDecimal.valueOf(index + 1L), PLACES, RoundingMode.HALF_UP);
    }

    private void meta(JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("meta");
        json.writeObjectFieldStart("api_version");
        json.writeStringField("version", "2");
        json.writeEndObject();
        json.writeObjectFieldStart("billed_units");
        json.writeNumberField("search_units", input().input());
        json.writeEndObject();
        json.writeEndObject();
    }
}

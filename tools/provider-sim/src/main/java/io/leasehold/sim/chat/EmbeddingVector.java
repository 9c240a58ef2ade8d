package io.leasehold.sim.chat;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.SplittableRandom;

/** A vector of length one; the same text always gets the same. */
public record EmbeddingVector(float[] values) {

    public static EmbeddingVector of(String text, int dimensions) {
        SplittableRandom random = new SplittableRandom(text.hashCode());
        float[] vector = new float[dimensions];
        double squares = 0;
        for (int i = 0; i < vector.length; i++) {
            vector[i] = (float) random.nextDouble(-1, 1);
            squares += vector[i] * vector[i];
        }
        for (int i = 0; i < vector.length; i++) {
            vector[i] /= (float) Math.sqrt(squares);
        }
        return new EmbeddingVector(vector);
    }

    /** As a member of an object. */
    public void write(String field, JsonGenerator json) throws IOException {
        json.writeFieldName(field);
        write(json);
    }

    /** As an array. */
    public void write(JsonGenerator json) throws IOException {
        json.writeStartArray();
        for (float value : values) {
            json.writeNumber(value);
        }
        json.writeEndArray();
    }
}

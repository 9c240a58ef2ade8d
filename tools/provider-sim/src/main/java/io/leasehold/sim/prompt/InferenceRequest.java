package io.leasehold.sim.prompt;

import io.leasehold.sim.http.InvalidRequest;
import org.jspecify.annotations.Nullable;

/**
 * What the simulated providers read of a request body.
 *
 * @param maxTokens null where the caller set no maximum
 * @param inferenceGeo as written, or null
 * @param speed as written, or null
 * @param serviceTier as written, or null
 * @param streamUsage whether a stream shall end with its usage
 * @param embedding how embeddings are wanted
 * @param documents how many were given to answer from, or to be ranked
 * @param topN how many of them are wanted, or null
 */
public record InferenceRequest(
        @Nullable String model,
        @Nullable Integer maxTokens,
        boolean stream,
        Prompt prompt,
        @Nullable String inferenceGeo,
        @Nullable String speed,
        @Nullable String serviceTier,
        boolean streamUsage,
        Embedding embedding,
        int documents,
        @Nullable Integer topN) {

    /**
     * @param dimensions null for as many as the model has
     * @param base64 whether vectors are wanted as bytes
     */
    public record Embedding(@Nullable Integer dimensions, boolean base64) {}

    /** The same request of another model. */
    public InferenceRequest withModel(String other) {
        return new InferenceRequest(
                other,
                maxTokens,
                stream,
                prompt,
                inferenceGeo,
                speed,
                serviceTier,
                streamUsage,
                embedding,
                documents,
                topN);
    }

    public String requiredModel() {
        if (model == null) {
            throw new InvalidRequest("model: Field required");
        }
        return model;
    }

    public int requiredMaxTokens() {
        if (maxTokens == null) {
            throw new InvalidRequest("max_tokens: Field required");
        }
        return maxTokens;
    }
}

package io.leasehold.sim.prompt;

import io.leasehold.sim.http.InvalidRequest;
import org.jspecify.annotations.Nullable;

/**
 * What the simulated providers read of a request body.
 *
 * @param maxTokens null where the caller set no maximum
 * @param inferenceGeo as written, or null
 * @param speed as written, or null
 */
public record InferenceRequest(
        @Nullable String model,
        @Nullable Integer maxTokens,
        boolean stream,
        Prompt prompt,
        @Nullable String inferenceGeo,
        @Nullable String speed) {

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

package io.leasehold.key.apikey;

import io.leasehold.providers.key.KeyCheck;
import io.leasehold.providers.key.ModelCheck;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the provider says of a set-up that is not kept yet. */
@Schema(name = "KeyTest")
record TestAnswer(
        @Schema(
                description =
                        "What the provider says of the secret now; unreachable where its endpoint gave no answer that makes sense",
                enumeration = {"valid", "invalid", "no_credit", "rate_limited", "unreachable", "forbidden"},
                examples = "valid")
        String result,

        @Schema(description = "What it means and what to do next", examples = "Anthropic accepts the key.")
        String message,

        @Schema(description = "What it says of each model that was asked for; empty where it doesn't accept the key")
        List<TestedModel> models) {

    @Schema(name = "TestedModel")
    record TestedModel(
            @Schema(description = "As it was asked for", examples = "claude-opus-5")
            String model,

            @Schema(
                    description = "Whether the key may use it; unknown where the provider doesn't say",
                    enumeration = {"available", "not_available", "unknown"},
                    examples = "available")
            String result,

            @Schema(
                    description = "What it means and what to do next",
                    examples = "Anthropic has the model 'claude-opus-5'.")
            String message) {
        static TestedModel of(String model, ModelCheck check) {
            return new TestedModel(model, check.result().wireName(), check.message());
        }
    }

    static TestAnswer of(KeyCheck check, List<TestedModel> models) {
        return new TestAnswer(check.result(), check.message(), models);
    }
}

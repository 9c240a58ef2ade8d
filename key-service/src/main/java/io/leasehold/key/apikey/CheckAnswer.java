package io.leasehold.key.apikey;

import io.leasehold.providers.key.KeyCheck;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the provider says of a key now. */
@Schema(name = "KeyCheck")
record CheckAnswer(
        @Schema(
                description = "What the provider says of the secret now",
                enumeration = {"valid", "invalid", "no_credit", "rate_limited", "unreachable", "forbidden"},
                examples = "valid")
        String result,

        @Schema(description = "What it means and what to do next", examples = "Anthropic accepts the key.")
        String message) {
    static CheckAnswer of(KeyCheck check) {
        return new CheckAnswer(check.result(), check.message());
    }
}

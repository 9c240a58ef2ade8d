package io.leasehold.sim.key;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The providers that are simulated. */
public enum Provider {
    ANTHROPIC,
    OPENAI,
    OPENROUTER,
    MISTRAL,
    COHERE,
    GITHUB_COPILOT;

    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

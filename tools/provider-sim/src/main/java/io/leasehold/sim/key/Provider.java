package io.leasehold.sim.key;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The providers that are simulated. */
public enum Provider {
    ANTHROPIC,
    AZURE_OPENAI,
    GOOGLE,
    OPENAI,
    OPENROUTER,
    MISTRAL,
    COHERE,
    GITHUB_COPILOT;

    /** @throws IllegalArgumentException when none has that name */
    public static Provider of(String wireName) {
        return valueOf(wireName.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

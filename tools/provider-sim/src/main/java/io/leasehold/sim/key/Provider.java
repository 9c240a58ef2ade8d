package io.leasehold.sim.key;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The providers that are simulated. */
public enum Provider {
    ANTHROPIC,
    GOOGLE,
    OPENAI,
    OPENROUTER;

    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package io.leasehold.sim.key;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a key opens. */
public enum KeyKind {
    /** Models and inference. */
    INFERENCE,
    /** Admin APIs; of GitHub's tokens an owner's. */
    ADMIN,
    /** OpenRouter's keys, credits and activity. */
    MANAGEMENT;

    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}

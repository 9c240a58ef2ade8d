package io.leasehold.sim.key;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The state of a key, in Anthropic's words; OpenRouter's disabled is inactive, its deleted is archived. */
public enum KeyStatus {
    ACTIVE,
    INACTIVE,
    /** For good. */
    ARCHIVED,
    /** Follows from the time of expiry and is never stored. */
    EXPIRED;

    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}

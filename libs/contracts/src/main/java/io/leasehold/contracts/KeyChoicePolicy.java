package io.leasehold.contracts;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Which of the keys that could serve a new lease it gets. */
public enum KeyChoicePolicy {
    /** The one with the most left to spend for each lease that shares it. */
    WEIGHTED,
    /** Any of them. */
    RANDOM;

    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException when there is no such policy */
    public static KeyChoicePolicy of(String wireName) {
        return valueOf(wireName.toUpperCase(Locale.ROOT));
    }
}

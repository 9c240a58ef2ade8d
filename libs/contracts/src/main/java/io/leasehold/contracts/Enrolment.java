package io.leasehold.contracts;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What becomes of a node that proves who it is and is not known yet. */
public enum Enrolment {
    /** It is in. */
    AUTO,
    /** It waits until an operator lets it in. */
    APPROVE,
    /** It is refused. */
    CLOSED;

    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException when there is no such policy */
    public static Enrolment of(String wireName) {
        return valueOf(wireName.toUpperCase(Locale.ROOT));
    }
}

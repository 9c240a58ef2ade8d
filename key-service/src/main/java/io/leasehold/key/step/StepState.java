package io.leasehold.key.step;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How one step of a piece of work stands. */
public enum StepState {
    /** Only shown by a dry run, never kept. */
    PLANNED,
    /** Not begun, or waiting for a person. */
    PENDING,
    RUNNING,
    DONE,
    /** It failed for good, or for too long; it is still tried again. */
    FAILED;

    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}

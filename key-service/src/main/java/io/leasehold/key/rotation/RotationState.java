package io.leasehold.key.rotation;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How a rotation stands as a whole. */
public enum RotationState {
    /** Only shown by a dry run, never kept. */
    PLANNED,
    RUNNING,
    /** The provider can't make keys by API: a person must make one there and give its secret. */
    AWAITING_SECRET,
    /** It did not go on for a while; it is tried again, and the reason is visible. */
    STUCK,
    /** A person must end the secret that goes at the provider; it goes on by itself once that is seen. */
    AWAITING_MANUAL,
    /** The new secret is the only one. */
    ROTATED,
    /** The old secret is the only one, as before. */
    ROLLED_BACK;

    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package io.leasehold.key.revocation;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How a revocation stands as a whole. */
public enum RevocationState {
    /** Only shown by a dry run, never kept. */
    PLANNED,
    RUNNING,
    /** It did not go on for a while; it is tried again, and the reason is visible. */
    STUCK,
    /** A person must end the key at the provider; it goes on by itself once that is seen. */
    AWAITING_MANUAL,
    REVOKED,
    /** Only shown in the answer to cancelling, never kept: the key is as it was before. */
    CANCELLED;

    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package io.leasehold.collector.poll;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How asking an account's provider went. */
public enum PollStatus {
    OK,
    /** There is no admin credential to ask with. */
    MISSING_KEY,
    /** The provider does not accept the admin credential, or not for this. */
    INVALID_KEY,
    RATE_LIMITED,
    UNAVAILABLE,
    TIMEOUT,
    /** An answer that makes no sense to us. */
    PARSE_ERROR;

    /** Whether the same may go well later without anybody changing the account. */
    boolean mayPass() {
        return this != MISSING_KEY && this != INVALID_KEY;
    }

    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}

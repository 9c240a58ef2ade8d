package io.leasehold.key.apitoken;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Whether a token is good. */
public enum ApiTokenState {
    ACTIVE,
    EXPIRED,
    REVOKED;

    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}

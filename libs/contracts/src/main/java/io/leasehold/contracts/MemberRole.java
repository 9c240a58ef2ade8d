package io.leasehold.contracts;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a person or an API token may do; a later one may do everything that an earlier one may. */
public enum MemberRole {
    VIEWER,
    OPERATOR,
    ADMIN;

    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}

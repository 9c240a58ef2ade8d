package io.leasehold.key.member;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What became of the e-mail that tells somebody to choose a password. */
public enum Invitation {
    SENT,
    /** The identity provider can't send e-mail, or not to that address. */
    NOT_SENT;

    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}

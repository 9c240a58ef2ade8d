package io.leasehold.contracts;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The time over which a spend limit counts, in the limit's own zone; {@code LEASE} and {@code TOTAL} never reset. */
public enum Period {
    DAY,
    MONTH,
    LEASE,
    TOTAL;

    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException when no period has that name */
    public static Period of(String wireName) {
        return valueOf(wireName.toUpperCase(Locale.ROOT));
    }
}

package io.leasehold.key.audit;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Whether it was done; these are the words that entries have. */
public enum AuditResult {
    SUCCESS,
    REFUSED,
    FAILED;

    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}

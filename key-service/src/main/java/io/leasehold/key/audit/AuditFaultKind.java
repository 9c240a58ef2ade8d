package io.leasehold.key.audit;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What was done to a chain. */
public enum AuditFaultKind {
    CHANGED,
    MISSING,
    INSERTED,
    REWRITTEN;

    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}

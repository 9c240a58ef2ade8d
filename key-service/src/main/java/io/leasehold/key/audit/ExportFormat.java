package io.leasehold.key.audit;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How an export is written. */
public enum ExportFormat {
    /** A JSON object a line, as in a list. */
    NDJSON("application/x-ndjson"),
    /** As RFC 4180 has it, with a line of names; details are JSON in one cell. */
    CSV("text/csv; charset=utf-8; header=present");

    private final String mediaType;

    ExportFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    String mediaType() {
        return mediaType;
    }

    /** The export's name where it becomes a file. */
    String fileName() {
        return "audit." + wireName();
    }
}

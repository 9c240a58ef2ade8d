package io.leasehold.collector.revision;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What figures are about. */
@Schema(enumeration = {"cost", "usage"})
public enum FigureKind {
    COST,
    USAGE;

    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}

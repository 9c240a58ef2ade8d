package io.leasehold.collector.poll;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a provider is asked for. In this order, so that money comes first. */
@Schema(enumeration = {"cost", "usage", "quota", "keys"})
public enum PollPart {
    COST,
    USAGE,
    QUOTA,
    /** Whether our keys are still what they are here. */
    KEYS;

    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}

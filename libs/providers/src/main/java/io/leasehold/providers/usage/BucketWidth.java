package io.leasehold.providers.usage;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;
import java.util.Locale;

/** How long the intervals are that usage is told by, in UTC. */
public enum BucketWidth {
    MINUTE(Duration.ofMinutes(1), "1m"),
    HOUR(Duration.ofHours(1), "1h"),
    DAY(Duration.ofDays(1), "1d");

    private final Duration duration;
    private final String symbol;

    BucketWidth(Duration duration, String symbol) {
        this.duration = duration;
        this.symbol = symbol;
    }

    public Duration duration() {
        return duration;
    }

    /** As Anthropic and OpenAI write it. */
    public String symbol() {
        return symbol;
    }

    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package io.leasehold.providers.http;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads how long a provider asks to wait: {@code retry-after-ms}, else {@code retry-after} in seconds or as a date. */
public final class RetryAfter {
    private static final Duration LONGEST = Duration.ofDays(31);

    private RetryAfter() {}

    /**
     * @param headers gives a header's value by its name
     * @return null where nothing was said that can be read; a month at most
     */
    public static @Nullable Duration of(Function<String, @Nullable String> headers, Instant now) {
        Duration millis = number(headers.apply("retry-after-ms"), 0);
        if (millis != null) {
            return millis;
        }
        String value = headers.apply("retry-after");
        Duration seconds = number(value, 3);
        return seconds != null ? seconds : untilDate(value, now);
    }

    private static @Nullable Duration number(@Nullable String value, int digits) {
        if (value == null) {
            return null;
        }
        try {
            BigDecimal millis = new BigDecimal(value.strip()).movePointRight(digits);
            return within(Duration.ofMillis(
                    millis.min(BigDecimal.valueOf(LONGEST.toMillis())).longValue()));
        } catch (NumberFormatException notANumber) {
            return null;
        }
    }

    private static @Nullable Duration untilDate(@Nullable String value, Instant now) {
        if (value == null) {
            return null;
        }
        try {
            Instant until = ZonedDateTime.parse(value.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return within(Duration.between(now, until));
        } catch (DateTimeException notADate) {
            return null;
        }
    }

    private static Duration within(Duration wait) {
        if (wait.isNegative()) {
            return Duration.ZERO;
        }
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }
}

package io.leasehold.key.usage;

import io.leasehold.contracts.Period;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a key's use.
 *
 * @param lastUsedAt null where no gateway has told of any
 * @param windows the newest of each period; only periods that are limited somewhere have one
 */
public record KeyUsage(@Nullable Instant lastUsedAt, Map<Period, Window> windows) {
    public static final KeyUsage NONE = new KeyUsage(null, Map.of());

    public KeyUsage {
        windows = Map.copyOf(windows);
    }

    /**
     * @param end null where the period never resets
     * @param spent in USD, as are those that are presumed spent
     */
    public record Window(@Nullable Instant end, BigDecimal spent, BigDecimal presumed) {}

    /** What was spent in the period that it is now: nothing where the newest window is over. Empty where none is known. */
    public Optional<BigDecimal> spent(Period period, Instant now) {
        return Optional.ofNullable(windows.get(period))
                .map(window ->
                        isOver(window, now) ? BigDecimal.ZERO : window.spent().add(window.presumed()));
    }

    private static boolean isOver(Window window, Instant now) {
        Instant end = window.end();
        return end != null && !now.isBefore(end);
    }
}

package io.leasehold.key.apikey;

import io.leasehold.contracts.Period;
import io.leasehold.contracts.event.LimitsView;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A key's limits and spend in the few figures that a list shows. What isn't known is null.
 *
 * @param limit of the key's shortest limited period
 * @param reset that period; null where it never resets
 */
record KeyFigures(
        @Nullable BigDecimal limit,
        @Nullable BigDecimal remaining,
        @Nullable Period reset,
        @Nullable BigDecimal total,
        @Nullable BigDecimal daily,
        @Nullable BigDecimal monthly) {
    private static final List<Period> SHORTEST_FIRST = List.of(Period.DAY, Period.MONTH, Period.TOTAL);

    static KeyFigures of(LimitedKey key) {
        Optional<LimitsView.Limit> shortest = SHORTEST_FIRST.stream()
                .flatMap(period -> key.limits().stream().filter(limit -> limit.period() == period))
                .findFirst();
        return new KeyFigures(
                shortest.map(LimitsView.Limit::amount).orElse(null),
                shortest.flatMap(limit -> remaining(key, limit)).orElse(null),
                shortest.map(LimitsView.Limit::period)
                        .filter(period -> period != Period.TOTAL)
                        .orElse(null),
                spent(key, Period.TOTAL),
                spent(key, Period.DAY),
                spent(key, Period.MONTH));
    }

    /** A limit that was lowered may leave more spent than allowed; then nothing remains. */
    private static Optional<BigDecimal> remaining(LimitedKey key, LimitsView.Limit limit) {
        return key.usage()
                .spent(limit.period(), key.asOf())
                .map(spent -> limit.amount().subtract(spent).max(BigDecimal.ZERO));
    }

    private static @Nullable BigDecimal spent(LimitedKey key, Period period) {
        return key.usage().spent(period, key.asOf()).orElse(null);
    }
}

package io.leasehold.distribution.spend;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a provider charged for a key in one of its days, beside what was settled of that here.
 *
 * @param from inclusive
 * @param to exclusive
 * @param untold what neither a gateway nor a node has told of, in USD
 * @param perSecond how fast that grew between the last two figures, in USD
 * @param asOf when the provider's figure was known
 */
record DirectCharge(
        UUID workspaceId,
        UUID keyId,
        Instant from,
        Instant to,
        BigDecimal charged,
        BigDecimal untold,
        BigDecimal perSecond,
        Instant asOf) {
    private static final int FINE = 18;

    /** @param before the figure of the same day that was known before; null for the first one */
    static BigDecimal pace(@Nullable DirectCharge before, Instant from, BigDecimal untold, Instant asOf) {
        BigDecimal gained = before == null ? untold : untold.subtract(before.untold);
        Duration took = Duration.between(before == null ? from : before.asOf, asOf);
        if (took.isZero() || took.isNegative()) {
            return before == null ? BigDecimal.ZERO : before.perSecond;
        }
        return gained.max(BigDecimal.ZERO).divide(seconds(took), FINE, RoundingMode.UP);
    }

    /** Days of providers are UTC's and can't be cut: one counts where most of it lies. */
    boolean isIn(Instant start, @Nullable Instant end) {
        Instant middle = from.plus(Duration.between(from, to).dividedBy(2));
        return !middle.isBefore(start) && (end == null || middle.isBefore(end));
    }

    /** What was used in that time and is not in the figure yet, if it went on as before. */
    BigDecimal since(Instant start, Instant end) {
        Instant begin = asOf.isAfter(start) ? asOf : start;
        return begin.isBefore(end) ? perSecond.multiply(seconds(Duration.between(begin, end))) : BigDecimal.ZERO;
    }

    private static BigDecimal seconds(Duration time) {
        return BigDecimal.valueOf(time.toMillis(), 3);
    }
}

package io.leasehold.collector.spending;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Map;

/**
 * What a key has spent. Between two looks at it a provider's figure stands still and its spending does not: until the next
 * one it is taken to go on as fast as it was last seen to, so that a limit is rather met too early than too late.
 *
 * @param today of the current UTC day, as it was told last
 * @param month of the current UTC month, as it was told last
 * @param perHour how fast it spends: the faster of the day that was told last and of the day before
 * @param countedToday with what it will have spent since; rounded up
 * @param countedMonth the same of the month
 */
record SpendNow(
        BigDecimal today, BigDecimal month, BigDecimal perHour, BigDecimal countedToday, BigDecimal countedMonth) {
    private static final BigDecimal HOUR =
            BigDecimal.valueOf(Duration.ofHours(1).toMillis());
    private static final Duration DAY = Duration.ofDays(1);

    /** A few minutes of a day say nothing of its hours. */
    private static final Duration SHORTEST = Duration.ofHours(1);

    private static final int PLACES = 9;

    /**
     * @param byDay what it spent on each UTC day of this month, and on the two days until {@code asOf}
     * @param asOf how fresh the figures are
     */
    static SpendNow of(Map<LocalDate, BigDecimal> byDay, Instant asOf, Instant now) {
        LocalDate day = LocalDate.ofInstant(now, ZoneOffset.UTC);
        BigDecimal today = byDay.getOrDefault(day, BigDecimal.ZERO);
        BigDecimal month = byDay.entrySet().stream()
                .filter(each -> YearMonth.from(each.getKey()).equals(YearMonth.from(day)))
                .map(Map.Entry::getValue)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal perHour = perHour(byDay, asOf);
        return new SpendNow(
                today,
                month,
                perHour,
                today.add(spentSince(later(asOf, startOf(day)), now, perHour)),
                month.add(spentSince(later(asOf, startOf(day.withDayOfMonth(1))), now, perHour)));
    }

    private static BigDecimal perHour(Map<LocalDate, BigDecimal> byDay, Instant asOf) {
        LocalDate last = LocalDate.ofInstant(asOf, ZoneOffset.UTC);
        Duration ofLast = Duration.between(startOf(last), asOf);
        BigDecimal lately = perHour(byDay.getOrDefault(last, BigDecimal.ZERO), ofLast);
        BigDecimal before = perHour(byDay.getOrDefault(last.minusDays(1), BigDecimal.ZERO), DAY);
        return lately.max(before).max(BigDecimal.ZERO);
    }

    private static BigDecimal perHour(BigDecimal amount, Duration within) {
        Duration counted = within.compareTo(SHORTEST) < 0 ? SHORTEST : within;
        return amount.multiply(HOUR).divide(BigDecimal.valueOf(counted.toMillis()), PLACES, RoundingMode.UP);
    }

    private static BigDecimal spentSince(Instant from, Instant now, BigDecimal perHour) {
        if (!from.isBefore(now)) {
            return BigDecimal.ZERO;
        }
        return perHour.multiply(BigDecimal.valueOf(Duration.between(from, now).toMillis()))
                .divide(HOUR, PLACES, RoundingMode.UP);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}

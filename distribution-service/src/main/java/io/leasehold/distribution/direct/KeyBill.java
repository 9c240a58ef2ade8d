package io.leasehold.distribution.direct;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a provider reported that a key has cost, and what that comes to by now: the last figure, and as much as will have been
 * spent since at the pace until then. Where the figures leave it open, the higher one counts. In what order figures come, and
 * how often, makes no difference.
 */
final class KeyBill {
    private static final Duration DAY = Duration.ofDays(1);

    /** Figures of about the same time make no pace, as providers count in batches. */
    private static final Duration APART = Duration.ofMinutes(5);

    /** What was earlier says little of how much is spent now. */
    private static final Duration LOOK_BACK = Duration.ofHours(6);

    private static final NavigableMap<Instant, BigDecimal> EMPTY = Collections.emptyNavigableMap();
    private static final int USD_DIGITS = 9;

    private final NavigableMap<Instant, NavigableMap<Instant, BigDecimal>> days;
    private final Pace pace;

    /** So much in so much time, as a fraction, so that nothing is lost. */
    private record Pace(BigDecimal amount, BigDecimal seconds) {
        private static final Pace NONE = new Pace(BigDecimal.ZERO, BigDecimal.ONE);

        static Pace of(BigDecimal amount, Duration time) {
            return new Pace(amount.max(BigDecimal.ZERO), KeyBill.seconds(time.compareTo(APART) < 0 ? APART : time));
        }

        BigDecimal in(Duration time) {
            return amount.multiply(KeyBill.seconds(time)).divide(seconds, USD_DIGITS, RoundingMode.CEILING);
        }

        Pace orFaster(Pace other) {
            return amount.multiply(other.seconds).compareTo(other.amount.multiply(seconds)) >= 0 ? this : other;
        }
    }

    private KeyBill(NavigableMap<Instant, NavigableMap<Instant, BigDecimal>> days) {
        this.days = days;
        this.pace = days.isEmpty() ? Pace.NONE : pace(points());
    }

    /**
     * @param readings at least the last one of each day that is asked for, all of the last two days, and those of a day
     *     that a window begins in the middle of
     */
    static KeyBill of(Collection<BillReading> readings) {
        NavigableMap<Instant, NavigableMap<Instant, BigDecimal>> days = new TreeMap<>();
        readings.stream()
                .sorted(Comparator.comparing(BillReading::asOf))
                .forEach(reading -> days.computeIfAbsent(reading.day(), _ -> new TreeMap<>())
                        .put(reading.until(), reading.amount()));
        return new KeyBill(days);
    }

    /** How fresh the newest figure is; empty where there is none. */
    Optional<Instant> asOf() {
        return days.isEmpty()
                ? Optional.empty()
                : Optional.of(days.lastEntry().getValue().lastKey());
    }

    /** How much was spent lately, in USD per hour. */
    BigDecimal perHour() {
        return pace.in(Duration.ofHours(1));
    }

    /** What was reported as spent from that time on, in USD: at most a little more than it was, never less. */
    BigDecimal reportedSince(Instant from) {
        Instant first = BillReading.dayOf(from);
        return days.tailMap(first, true).entrySet().stream()
                .map(day -> day.getKey().equals(from) || !day.getKey().equals(first)
                        ? last(day.getValue())
                        : since(from, day.getValue()))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .setScale(USD_DIGITS, RoundingMode.CEILING);
    }

    /** What will have been spent from one time to another, in USD, if it goes on as it did lately. */
    BigDecimal projected(Instant from, Instant now) {
        return asOf().map(asOf -> reportedSince(from).add(spentUnreported(asOf.isAfter(from) ? asOf : from, now)))
                .orElse(BigDecimal.ZERO);
    }

    private BigDecimal spentUnreported(Instant since, Instant now) {
        return now.isAfter(since) ? pace.in(Duration.between(since, now)) : BigDecimal.ZERO;
    }

    /** Without what had been reported of the day by then. */
    private static BigDecimal since(Instant from, NavigableMap<Instant, BigDecimal> day) {
        var before = day.floorEntry(from);
        return before == null
                ? last(day)
                : last(day).subtract(before.getValue()).max(BigDecimal.ZERO);
    }

    private static BigDecimal last(NavigableMap<Instant, BigDecimal> day) {
        return day.lastEntry().getValue();
    }

    /** What had been spent by when, in the newest day and the one before it, where that is known. */
    private NavigableMap<Instant, BigDecimal> points() {
        Map.Entry<Instant, NavigableMap<Instant, BigDecimal>> newest = days.lastEntry();
        Instant dayBefore = newest.getKey().minus(DAY);
        NavigableMap<Instant, BigDecimal> before = days.getOrDefault(dayBefore, EMPTY);
        NavigableMap<Instant, BigDecimal> points = new TreeMap<>();
        BigDecimal soFar = BigDecimal.ZERO;
        if (!before.isEmpty()) {
            points.put(dayBefore, BigDecimal.ZERO);
            points.putAll(before);
            soFar = last(before);
        }
        points.put(newest.getKey(), soFar);
        for (Map.Entry<Instant, BigDecimal> figure : newest.getValue().entrySet()) {
            points.put(figure.getKey(), soFar.add(figure.getValue()));
        }
        return points;
    }

    /** The faster one of what it was between the last two figures and over the last hours. */
    private static Pace pace(NavigableMap<Instant, BigDecimal> points) {
        Map.Entry<Instant, BigDecimal> last = points.lastEntry();
        NavigableMap<Instant, BigDecimal> earlier = points.headMap(last.getKey().minus(APART), true);
        if (earlier.isEmpty()) {
            return pace(points.firstEntry(), last);
        }
        NavigableMap<Instant, BigDecimal> lately = earlier.tailMap(last.getKey().minus(LOOK_BACK), true);
        Pace shortly = pace(earlier.lastEntry(), last);
        return lately.isEmpty() ? shortly : shortly.orFaster(pace(lately.firstEntry(), last));
    }

    private static Pace pace(Map.Entry<Instant, BigDecimal> from, Map.Entry<Instant, BigDecimal> to) {
        return Pace.of(to.getValue().subtract(from.getValue()), Duration.between(from.getKey(), to.getKey()));
    }

    private static BigDecimal seconds(Duration time) {
        return BigDecimal.valueOf(time.getSeconds()).add(BigDecimal.valueOf(time.getNano(), USD_DIGITS));
    }
}

package io.leasehold.distribution.direct;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** What a key has cost by now, from what its provider told of it. */
class KeyBillTest {
    private static final Instant MONDAY = Instant.parse("2026-11-23T00:00:00Z");
    private static final Instant TUESDAY = MONDAY.plus(Duration.ofDays(1));
    private static final BigDecimal PENNY = new BigDecimal("0.01");

    @Example
    void withoutAnyFigureNothingIsSaid() {
        KeyBill bill = KeyBill.of(List.of());

        assertThat(bill.asOf()).isEmpty();
        assertThat(bill.perHour()).isEqualByComparingTo("0");
        assertThat(bill.projected(MONDAY, TUESDAY)).isEqualByComparingTo("0");
    }

    @Example
    void theLastFigureGoesOnAtThePaceOfTheLastTwo() {
        KeyBill bill = KeyBill.of(List.of(reading(MONDAY, "08:00", "1"), reading(MONDAY, "09:00", "3")));

        assertThat(bill.asOf()).contains(at(MONDAY, "09:00"));
        assertThat(bill.perHour()).isEqualByComparingTo("2");
        assertThat(bill.reportedSince(MONDAY)).isEqualByComparingTo("3");
        assertThat(bill.projected(MONDAY, at(MONDAY, "09:30"))).isEqualByComparingTo("4");
    }

    @Example
    void whoRestedAMomentIsNotTakenToRestForEver() {
        KeyBill bill = KeyBill.of(
                List.of(reading(MONDAY, "08:00", "0"), reading(MONDAY, "09:00", "6"), reading(MONDAY, "11:00", "6")));

        assertThat(bill.perHour()).isEqualByComparingTo("2");
    }

    @Example
    void theOnlyFigureOfADayTellsThePaceSinceItBegan() {
        KeyBill bill = KeyBill.of(List.of(reading(MONDAY, "04:00", "2")));

        assertThat(bill.perHour()).isEqualByComparingTo("0.5");
    }

    @Example
    void thePaceGoesOnOverMidnight() {
        KeyBill bill = KeyBill.of(List.of(
                reading(MONDAY, "23:00", "10"),
                new BillReading(MONDAY, at(TUESDAY, "01:00"), new BigDecimal("12")),
                reading(TUESDAY, "01:00", "2")));

        assertThat(bill.perHour()).isEqualByComparingTo("2");
        assertThat(bill.projected(TUESDAY, at(TUESDAY, "02:00"))).isEqualByComparingTo("4");
        assertThat(bill.projected(MONDAY, at(TUESDAY, "02:00"))).isEqualByComparingTo("16");
    }

    @Example
    void beforeADayWasReportedItCostsWhatThePaceSays() {
        KeyBill bill = KeyBill.of(List.of(reading(MONDAY, "22:00", "22"), reading(MONDAY, "23:00", "23")));

        assertThat(bill.reportedSince(TUESDAY)).isEqualByComparingTo("0");
        assertThat(bill.projected(TUESDAY, at(TUESDAY, "00:30"))).isEqualByComparingTo("0.5");
    }

    @Example
    void aWindowThatBeginsWithinADayCountsFromTheLastFigureBeforeIt() {
        KeyBill bill = KeyBill.of(
                List.of(reading(MONDAY, "21:40", "7"), reading(MONDAY, "22:40", "9"), reading(MONDAY, "23:40", "10")));

        assertThat(bill.reportedSince(at(MONDAY, "23:00"))).isEqualByComparingTo("1");
        assertThat(bill.reportedSince(at(MONDAY, "22:00"))).isEqualByComparingTo("3");
    }

    @Example
    void twoFiguresAtOnceMakeNoPace() {
        KeyBill bill = KeyBill.of(List.of(
                reading(MONDAY, "09:00", "9"),
                new BillReading(MONDAY, at(MONDAY, "09:00").plusSeconds(1), new BigDecimal("9.5"))));

        assertThat(bill.perHour()).isLessThan(new BigDecimal("1.1"));
    }

    @Example
    void whatIsCorrectedDownwardsMakesNoNegativePace() {
        KeyBill bill = KeyBill.of(List.of(reading(MONDAY, "09:00", "9"), reading(MONDAY, "15:00", "1")));

        assertThat(bill.perHour()).isBetween(BigDecimal.ZERO, BigDecimal.ONE);
        assertThat(bill.projected(MONDAY, at(MONDAY, "15:00"))).isEqualByComparingTo("1");
    }

    /** The property that money depends on: who spends evenly is charged for exactly that, whenever figures were read. */
    @Property(tries = 500)
    void evenSpendingIsProjectedAsItIs(
            @ForAll("minutes") List<Integer> readAt,
            @ForAll @LongRange(min = 0, max = 1_000_000) long nanoUsdPerSecond) {
        BigDecimal perSecond = BigDecimal.valueOf(nanoUsdPerSecond, 9);
        List<BillReading> readings = readAt.stream()
                .map(minute -> spentEvenly(perSecond, MONDAY.plus(minute, ChronoUnit.MINUTES)))
                .flatMap(List::stream)
                .toList();
        Instant last = MONDAY.plus(Collections.max(readAt), ChronoUnit.MINUTES);
        Instant now = last.plus(Duration.ofHours(5));

        BigDecimal projected = KeyBill.of(readings).projected(MONDAY, now);

        BigDecimal really = perSecond.multiply(
                BigDecimal.valueOf(Duration.between(MONDAY, now).toSeconds()));
        assertThat(projected).isBetween(really, really.add(new BigDecimal("0.000001")));
    }

    @Property(tries = 500)
    void inWhatOrderFiguresComeAndHowOftenMakesNoDifference(
            @ForAll("figures") List<BillReading> readings, @ForAll Random random) {
        List<BillReading> otherwise = new ArrayList<>(readings);
        otherwise.addAll(readings);
        Collections.shuffle(otherwise, random);
        Instant now = MONDAY.plus(Duration.ofDays(3));

        assertThat(KeyBill.of(otherwise).projected(MONDAY, now))
                .isEqualTo(KeyBill.of(readings).projected(MONDAY, now));
    }

    @Property(tries = 500)
    void itOnlyGrowsWithTimeAndNeverFallsBelowWhatIsReported(
            @ForAll("figures") List<BillReading> readings,
            @ForAll @IntRange(min = 0, max = 5_000) int minute,
            @ForAll @IntRange(min = 0, max = 5_000) int later) {
        KeyBill bill = KeyBill.of(readings);
        Instant now = MONDAY.plus(minute, ChronoUnit.MINUTES);

        assertThat(bill.projected(MONDAY, now)).isGreaterThanOrEqualTo(bill.reportedSince(MONDAY));
        assertThat(bill.projected(MONDAY, now.plus(later, ChronoUnit.MINUTES)))
                .isGreaterThanOrEqualTo(bill.projected(MONDAY, now));
    }

    @Provide
    Arbitrary<List<Integer>> minutes() {
        return Arbitraries.integers().between(6, 2_879).list().ofMinSize(1).ofMaxSize(40);
    }

    /** Two days' figures, each day's growing. */
    @Provide
    Arbitrary<List<BillReading>> figures() {
        return minutes().map(minutes -> {
            List<BillReading> readings = new ArrayList<>();
            for (int minute : new TreeSet<>(minutes)) {
                Instant asOf = MONDAY.plus(minute, ChronoUnit.MINUTES);
                Instant day = BillReading.dayOf(asOf);
                long cents = Duration.between(day, asOf).toMinutes() * (minute % 7 + 1);
                readings.add(new BillReading(day, asOf, PENNY.multiply(BigDecimal.valueOf(cents))));
            }
            return readings;
        });
    }

    /** What a poll reads: the day that runs, and the one before it as a whole. */
    private static List<BillReading> spentEvenly(BigDecimal perSecond, Instant asOf) {
        Instant day = BillReading.dayOf(asOf);
        BillReading running = new BillReading(day, asOf, cost(perSecond, Duration.between(day, asOf)));
        return day.equals(MONDAY)
                ? List.of(running)
                : List.of(running, new BillReading(MONDAY, asOf, cost(perSecond, Duration.ofDays(1))));
    }

    private static BigDecimal cost(BigDecimal perSecond, Duration time) {
        return perSecond.multiply(BigDecimal.valueOf(time.toSeconds())).setScale(9, RoundingMode.UNNECESSARY);
    }

    private static BillReading reading(Instant day, String time, String amount) {
        return new BillReading(day, at(day, time), new BigDecimal(amount));
    }

    private static Instant at(Instant day, String time) {
        String[] parts = time.split(":", 2);
        return day.plus(Long.parseLong(parts[0]), ChronoUnit.HOURS).plus(Long.parseLong(parts[1]), ChronoUnit.MINUTES);
    }
}

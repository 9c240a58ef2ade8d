package io.leasehold.collector.spending;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class SpendNowTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-30");

    @Test
    void itGoesOnAsFastAsItWasLastSeenTo() {
        SpendNow spend = SpendNow.of(
                Map.of(TODAY, new BigDecimal("6"), TODAY.minusDays(1), new BigDecimal("2.4")),
                Instant.parse("2026-11-30T12:00:00Z"),
                Instant.parse("2026-11-30T13:30:00Z"));

        assertThat(spend.today()).isEqualByComparingTo("6");
        assertThat(spend.month()).isEqualByComparingTo("8.4");
        assertThat(spend.perHour()).isEqualByComparingTo("0.5");
        assertThat(spend.countedToday()).isEqualByComparingTo("6.75");
        assertThat(spend.countedMonth()).isEqualByComparingTo("9.15");
    }

    @Test
    void theFasterOfTwoDaysCounts() {
        SpendNow spend = SpendNow.of(
                Map.of(TODAY, new BigDecimal("0.1"), TODAY.minusDays(1), new BigDecimal("24")),
                Instant.parse("2026-11-30T10:00:00Z"),
                Instant.parse("2026-11-30T11:00:00Z"));

        assertThat(spend.perHour()).isEqualByComparingTo("1");
        assertThat(spend.countedToday()).isEqualByComparingTo("1.1");
    }

    @Test
    void theFirstMinutesOfADayAreNotTakenForAnHour() {
        SpendNow spend = SpendNow.of(
                Map.of(TODAY, new BigDecimal("1")),
                Instant.parse("2026-11-30T00:01:00Z"),
                Instant.parse("2026-11-30T00:01:00Z"));

        assertThat(spend.perHour()).isEqualByComparingTo("1");
    }

    @Test
    void whatWasToldYesterdayCountsForTodayFromMidnightOn() {
        SpendNow spend = SpendNow.of(
                Map.of(TODAY.minusDays(1), new BigDecimal("11")),
                Instant.parse("2026-11-29T22:00:00Z"),
                Instant.parse("2026-11-30T04:00:00Z"));

        assertThat(spend.today()).isEqualByComparingTo("0");
        assertThat(spend.countedToday()).isEqualByComparingTo("2");
        assertThat(spend.countedMonth()).isEqualByComparingTo("14");
    }

    @Test
    void aMonthBeginsWithNothing() {
        SpendNow spend = SpendNow.of(
                Map.of(LocalDate.parse("2026-10-31"), new BigDecimal("48")),
                Instant.parse("2026-11-01T00:00:00Z"),
                Instant.parse("2026-11-01T03:00:00Z"));

        assertThat(spend.month()).isEqualByComparingTo("0");
        assertThat(spend.countedMonth()).isEqualByComparingTo("6");
    }

    @Property
    void whatIsCountedIsNeverLessThanWhatWasToldAndGrowsWithItsAge(
            @ForAll @LongRange(min = 0, max = 1_000_000_000) long nano,
            @ForAll @LongRange(min = 0, max = 86_399) long second,
            @ForAll @LongRange(min = 0, max = 86_400) long age) {
        Map<LocalDate, BigDecimal> byDay = Map.of(TODAY, BigDecimal.valueOf(nano, 9));
        Instant asOf = Instant.parse("2026-11-30T00:00:00Z").plusSeconds(second);

        SpendNow fresh = SpendNow.of(byDay, asOf, asOf);
        SpendNow later = SpendNow.of(byDay, asOf, asOf.plusSeconds(Math.min(age, 86_399 - second)));

        assertThat(fresh.countedToday()).isEqualByComparingTo(fresh.today());
        assertThat(later.countedToday()).isGreaterThanOrEqualTo(fresh.countedToday());
        assertThat(later.countedMonth()).isGreaterThanOrEqualTo(later.month());
    }
}

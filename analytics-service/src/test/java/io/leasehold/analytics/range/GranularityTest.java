package io.leasehold.analytics.range;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leasehold.kit.problem.InvalidRequestProblem;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GranularityTest {
    private static final List<String> ZONES = List.of(
            "UTC",
            "Europe/Berlin",
            "America/Sao_Paulo",
            "Asia/Kathmandu",
            "Australia/Lord_Howe",
            "Pacific/Chatham",
            "America/St_Johns");

    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin, 2026-03-29, 23",
        "Europe/Berlin, 2026-10-25, 25",
        "Europe/Berlin, 2026-11-21, 24",
        "Asia/Kathmandu, 2026-11-21, 24"
    })
    void aDayHasTheHoursThatItsClockShows(String zone, String day, int hours) {
        TimeRange range = dayIn(zone, day);

        assertThat(Granularity.HOUR.cut(range, ZoneId.of(zone))).hasSize(hours);
        assertThat(Granularity.DAY.cut(range, ZoneId.of(zone))).containsExactly(range.from());
        assertThat(Granularity.QUARTER_HOUR.cut(range, ZoneId.of(zone))).hasSize(hours * 4);
    }

    @Test
    void theHourThatComesTwiceIsTwoHours() {
        List<Instant> hours = Granularity.HOUR.cut(dayIn("Europe/Berlin", "2026-10-25"), ZoneId.of("Europe/Berlin"));

        assertThat(hours).contains(Instant.parse("2026-10-25T00:00:00Z"), Instant.parse("2026-10-25T01:00:00Z"));
    }

    @Test
    void whereClocksMoveByHalfAnHourHoursAreFullAgainAfterwards() {
        ZoneId zone = ZoneId.of("Australia/Lord_Howe");

        List<Instant> hours = Granularity.HOUR.cut(dayIn("Australia/Lord_Howe", "2026-10-04"), zone);

        assertThat(hours.getLast().atZone(zone).getMinute()).isZero();
        assertThat(hours).isSorted().doesNotHaveDuplicates();
    }

    @RepeatedTest(50)
    void partsFollowOneAnotherAndCoverTheRange() {
        Random random = new Random();
        ZoneId zone = ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
        Instant from = Instant.parse("2025-11-01T00:00:00Z").plusSeconds(random.nextInt(31_000_000));
        TimeRange range = TimeRange.of(from, from.plusSeconds(1 + random.nextInt(20 * 86_400)));

        for (Granularity granularity : Granularity.values()) {
            List<Instant> parts = granularity.cut(range, zone);

            assertThat(parts).isSorted().doesNotHaveDuplicates();
            assertThat(parts.getFirst()).isBeforeOrEqualTo(range.from());
            assertThat(parts.subList(1, parts.size())).allMatch(part -> part.isAfter(range.from()));
            assertThat(parts.getLast()).isBefore(range.to());
        }
    }

    @Test
    void afterHalfAnHourThatComesTwiceTheFirstPartIsTheOneThatTheRangeBeginsIn() {
        ZoneId zone = ZoneId.of("Australia/Lord_Howe");
        Instant secondTime = Instant.parse("2026-04-04T15:15:00Z");

        List<Instant> hours = Granularity.HOUR.cut(TimeRange.of(secondTime, secondTime.plusSeconds(900)), zone);

        assertThat(hours).containsExactly(Instant.parse("2026-04-04T15:00:00Z"));
    }

    @Test
    void tooManyPointsAreRefusedWithWhatToDo() {
        TimeRange year = TimeRange.of(Instant.parse("2025-11-01T00:00:00Z"), Instant.parse("2026-11-01T00:00:00Z"));

        assertThatThrownBy(() -> Granularity.QUARTER_HOUR.cut(year, ZoneId.of("UTC")))
                .isInstanceOf(InvalidRequestProblem.class)
                .hasMessageContaining("coarser");
    }

    @Test
    void withoutOneLongRangesAreCutIntoDays() {
        Instant to = Instant.parse("2026-11-21T00:00:00Z");

        assertThat(Granularity.fitting(TimeRange.of(to.minus(Duration.ofDays(1)), to)))
                .isEqualTo(Granularity.HOUR);
        assertThat(Granularity.fitting(TimeRange.of(to.minus(Duration.ofDays(30)), to)))
                .isEqualTo(Granularity.DAY);
    }

    private static TimeRange dayIn(String zone, String day) {
        ZonedDateTime begin = LocalDate.parse(day).atStartOfDay(ZoneId.of(zone));
        return TimeRange.of(
                begin.toInstant(),
                begin.toLocalDate().plusDays(1).atStartOfDay(ZoneId.of(zone)).toInstant());
    }
}

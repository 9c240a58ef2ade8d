package io.leasehold.distribution.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.contracts.Period;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodBoundsTest {
    @ParameterizedTest
    @CsvSource({
        // Clocks go forward: 23 hours; back: 25 hours.
        "Europe/Berlin,    2026-03-29T12:00:00Z, 2026-03-28T23:00:00Z, 2026-03-29T22:00:00Z",
        "Europe/Berlin,    2026-10-25T12:00:00Z, 2026-10-24T22:00:00Z, 2026-10-25T23:00:00Z",
        "America/New_York, 2026-03-08T12:00:00Z, 2026-03-08T05:00:00Z, 2026-03-09T04:00:00Z",
        "America/New_York, 2026-11-01T12:00:00Z, 2026-11-01T04:00:00Z, 2026-11-02T05:00:00Z",
        "Pacific/Auckland, 2026-09-26T20:00:00Z, 2026-09-26T12:00:00Z, 2026-09-27T11:00:00Z",
        "Pacific/Auckland, 2026-04-04T20:00:00Z, 2026-04-04T11:00:00Z, 2026-04-05T12:00:00Z",
        "Asia/Kolkata,     2026-06-15T18:29:59Z, 2026-06-14T18:30:00Z, 2026-06-15T18:30:00Z",
        "UTC,              2026-06-15T00:00:00Z, 2026-06-15T00:00:00Z, 2026-06-16T00:00:00Z",
        // Here the clocks skip midnight: the day begins at one.
        "America/Santiago, 2026-09-06T12:00:00Z, 2026-09-06T04:00:00Z, 2026-09-07T03:00:00Z",
    })
    void aDayBeginsAndEndsWhereTheZoneSaysSo(String zone, Instant at, Instant start, Instant end) {
        assertThat(PeriodBounds.containing(Period.DAY, ZoneId.of(zone), at)).isEqualTo(new PeriodBounds(start, end));
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin,    2026-03-31T22:30:00Z, 2026-03-31T22:00:00Z, 2026-04-30T22:00:00Z",
        "Europe/Berlin,    2026-10-31T22:59:59Z, 2026-09-30T22:00:00Z, 2026-10-31T23:00:00Z",
        "America/New_York, 2026-11-01T03:59:59Z, 2026-10-01T04:00:00Z, 2026-11-01T04:00:00Z",
        "Asia/Kolkata,     2026-02-28T18:30:00Z, 2026-02-28T18:30:00Z, 2026-03-31T18:30:00Z",
        "Pacific/Auckland, 2026-12-31T11:00:00Z, 2026-12-31T11:00:00Z, 2027-01-31T11:00:00Z",
    })
    void aMonthBeginsAndEndsWhereTheZoneSaysSo(String zone, Instant at, Instant start, Instant end) {
        assertThat(PeriodBounds.containing(Period.MONTH, ZoneId.of(zone), at)).isEqualTo(new PeriodBounds(start, end));
    }

    @Test
    void whatNeverResetsBeginsAtTheEpochInEveryZone() {
        Instant now = Instant.parse("2026-11-21T10:00:00Z");

        assertThat(PeriodBounds.containing(Period.TOTAL, ZoneId.of("Asia/Kolkata"), now))
                .isEqualTo(new PeriodBounds(Instant.EPOCH, null))
                .isEqualTo(PeriodBounds.containing(Period.LEASE, ZoneId.of("Europe/Berlin"), now));
    }

    @Property
    void windowsFollowOneAnotherWithoutGapOrOverlap(
            @ForAll("zones") ZoneId zone, @ForAll("instants") Instant at, @ForAll("resetting") Period period) {
        PeriodBounds bounds = PeriodBounds.containing(period, zone, at);
        Instant end = Objects.requireNonNull(bounds.end());

        assertThat(at).isBetween(bounds.start(), end.minusNanos(1));
        assertThat(PeriodBounds.containing(period, zone, end).start()).isEqualTo(end);
        assertThat(PeriodBounds.containing(period, zone, bounds.start())).isEqualTo(bounds);
        assertThat(PeriodBounds.containing(period, zone, end.minusNanos(1))).isEqualTo(bounds);
    }

    @Provide
    Arbitrary<ZoneId> zones() {
        return Arbitraries.of(
                        "Europe/Berlin",
                        "America/New_York",
                        "Asia/Kolkata",
                        "Pacific/Auckland",
                        "America/Santiago",
                        "UTC")
                .map(ZoneId::of);
    }

    @Provide
    Arbitrary<Instant> instants() {
        return Arbitraries.longs()
                .between(0, Duration.ofDays(3 * 365).toSeconds())
                .map(Instant.parse("2025-01-01T00:00:00Z")::plusSeconds);
    }

    @Provide
    Arbitrary<Period> resetting() {
        return Arbitraries.of(Period.DAY, Period.MONTH);
    }
}

package io.leasehold.analytics.range;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leasehold.kit.problem.InvalidRequestProblem;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeRangeTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:07:30Z");

    @Test
    void withoutBoundsItIsTheLast24Hours() {
        TimeRange range = TimeRange.of(null, null, NOW);

        assertThat(range.from()).isEqualTo("2026-11-20T10:00:00Z");
        assertThat(range.to()).isEqualTo("2026-11-21T10:15:00Z");
    }

    @Test
    void fullQuartersStayAsTheyAre() {
        TimeRange range =
                TimeRange.of(Instant.parse("2026-11-20T00:00:00Z"), Instant.parse("2026-11-20T06:45:00Z"), NOW);

        assertThat(range.from()).isEqualTo("2026-11-20T00:00:00Z");
        assertThat(range.to()).isEqualTo("2026-11-20T06:45:00Z");
    }

    @Test
    void theRangeBeforeHasTheSameLengthAndEndsWhereThisOneBegins() {
        TimeRange range =
                TimeRange.of(Instant.parse("2026-11-20T00:00:00Z"), Instant.parse("2026-11-20T06:45:00Z"), NOW);

        assertThat(range.previous().to()).isEqualTo(range.from());
        assertThat(range.previous().length()).isEqualTo(Duration.ofMinutes(405));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-21T10:00:00Z, 2026-11-21T10:00:00Z, must be before",
        "2026-11-21T11:00:00Z, 2026-11-21T10:00:00Z, must be before",
        "2025-10-16T00:00:00Z, 2026-11-21T10:00:00Z, 400 days",
        "-1000000000-01-01T00:00:00Z, -1000000000-01-02T00:00:00Z, between the years",
        "+999999999-12-31T00:00:00Z, +999999999-12-31T23:00:00Z, between the years",
        ", -1000000000-01-01T00:00:00Z, between the years"
    })
    void whatMakesNoSenseIsRefusedWithTheReason(@Nullable Instant from, @Nullable Instant to, String reason) {
        assertThatThrownBy(() -> TimeRange.of(from, to, NOW))
                .isInstanceOf(InvalidRequestProblem.class)
                .hasMessageContaining(reason);
    }
}

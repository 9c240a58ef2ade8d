package io.leasehold.key.rotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leasehold.kit.problem.InvalidRequestProblem;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CronTest {
    private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "0 3 1 * *, Europe/Berlin, 2026-12-01T02:00:00Z",
        "0 3 1 * *, America/New_York, 2026-12-01T08:00:00Z",
        "*/15 * * * *, UTC, 2026-11-29T12:15:00Z",
        "30 9 * * 1, Asia/Kolkata, 2026-11-30T04:00:00Z",
        "0 0 29 2 *, UTC, 2028-02-29T00:00:00Z"
    })
    void theNextTimeIsInItsZone(String cron, String zone, Instant next) {
        assertThat(Cron.of(cron, zone, NOW).after(NOW)).contains(next);
    }

    /** At 2:00 clocks in Berlin go to 3:00. */
    @Test
    void anHourThatADayLeavesOutIsLeftOut() {
        Cron nightly = Cron.of("30 2 * * *", "Europe/Berlin", NOW);

        assertThat(nightly.after(Instant.parse("2027-03-27T12:00:00Z")))
                .contains(Instant.parse("2027-03-29T00:30:00Z"));
    }

    @ParameterizedTest
    @CsvSource({"0 3 * *, UTC", "hourly, UTC", "61 * * * *, UTC", "0 0 31 2 *, UTC", "0 3 1 * *, Berlin"})
    void whatCantBeReadOrNeverComesIsRefused(String cron, String zone) {
        assertThatThrownBy(() -> Cron.of(cron, zone, NOW)).isInstanceOf(InvalidRequestProblem.class);
    }
}

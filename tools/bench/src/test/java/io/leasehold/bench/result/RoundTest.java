package io.leasehold.bench.result;

import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.bench.load.Outcome;
import io.leasehold.bench.load.Outcome.Percentiles;
import io.leasehold.bench.process.Use;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoundTest {
    private static final Outcome OUTCOME = new Outcome(
            10_000,
            Duration.ofMillis(2_500),
            new Percentiles(Duration.ofNanos(1_500_000), Duration.ofMillis(7)),
            new Percentiles(Duration.ofNanos(1_250_000), Duration.ofMillis(6)),
            32,
            List.of(),
            0);
    private static final Use SIMULATOR = new Use(Duration.ofMillis(300), 150_000_000);
    private static final Round ROUND = new Round(OUTCOME, new Use(Duration.ofMillis(900), 210_000_000), SIMULATOR);

    @Test
    void timesAreDividedByTheRequestsThatWereAnswered() {
        assertThat(ROUND.requestsPerSecond()).isEqualTo(4_000);
        assertThat(ROUND.proxyCpuMicros()).isEqualTo(90);
        assertThat(ROUND.simulatorCpuMicros()).isEqualTo(30);
    }

    @Test
    void unitsAreThoseOfTheTable() {
        assertThat(ROUND.p50Millis()).isEqualTo(1.5);
        assertThat(ROUND.p99Millis()).isEqualTo(7);
        assertThat(ROUND.firstByteP50Millis()).isEqualTo(1.25);
        assertThat(ROUND.firstByteP99Millis()).isEqualTo(6);
        assertThat(ROUND.proxyMegabytes()).isEqualTo(210);
        assertThat(ROUND.simulatorMegabytes()).isEqualTo(150);
    }

    @Test
    void whatIsNotKnownOfAProcessIsNoNumber() {
        Round direct = new Round(OUTCOME, null, SIMULATOR);

        assertThat(direct.proxyCpuMicros()).isNaN();
        assertThat(direct.proxyMegabytes()).isNaN();
    }
}

package io.leasehold.bench.result;

import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.bench.load.Outcome;
import io.leasehold.bench.process.Use;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoundTest {
    private static final Round ROUND = new Round(
            new Outcome(
                    10_000, Duration.ofMillis(2_500), Duration.ofNanos(1_500_000), Duration.ofMillis(7), List.of(), 0),
            new Use(Duration.ofMillis(900), 210_000_000),
            new Use(Duration.ofMillis(300), 150_000_000));

    @Test
    void timesAreDividedByTheRequestsThatWereAnswered() {
        assertThat(ROUND.requestsPerSecond()).isEqualTo(4_000);
        assertThat(ROUND.gatewayCpuMicros()).isEqualTo(90);
        assertThat(ROUND.simulatorCpuMicros()).isEqualTo(30);
        assertThat(ROUND.bothCpuMicros()).isEqualTo(120);
    }

    @Test
    void unitsAreThoseOfTheTable() {
        assertThat(ROUND.p50Millis()).isEqualTo(1.5);
        assertThat(ROUND.p99Millis()).isEqualTo(7);
        assertThat(ROUND.gatewayMegabytes()).isEqualTo(210);
        assertThat(ROUND.simulatorMegabytes()).isEqualTo(150);
    }
}

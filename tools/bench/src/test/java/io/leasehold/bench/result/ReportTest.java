package io.leasehold.bench.result;

import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.bench.load.Outcome;
import io.leasehold.bench.process.Use;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportTest {
    @Test
    void setsBothTargetsBesideEachOther() {
        List<Round> direct = List.of(round(10_000, 0), round(8_000, 0));
        List<Round> gateway = List.of(round(5_000, 450), round(4_000, 400));

        String text =
                new Report("plain", List.of(Figure.REQUESTS_PER_SECOND, Figure.GATEWAY_CPU), direct, gateway).text();

        assertThat(text.lines())
                .containsExactly(
                        "plain",
                        "                                                direct                   gateway"
                                + "        gateway/direct",
                        "requests/s                           9000 (8000–10000)          4500 (4000–5000)"
                                + "      0.50 (0.50–0.50)",
                        "CPU µs/request, gateway                  0.0 (0.0–0.0)         95.0 (90.0–100.0)");
    }

    @Test
    void saysWhichTargetDidNotHoldTheRate() {
        List<Round> direct = List.of(round(500, 0), round(500, 0));
        List<Round> gateway = List.of(round(500, 450), round(300, 400, 200));

        String text = new Report("plain", List.of(), direct, gateway).text();

        assertThat(text.lines().skip(2))
                .containsExactly("gateway did not hold the rate in 1 of 2 rounds: "
                        + "its latencies are those of an overloaded machine");
    }

    @Test
    void bothHoldHalfOfWhatTheSlowerOneReached() {
        List<Round> direct = List.of(round(900, 0), round(1_000, 0), round(5_000, 0));
        List<Round> gateway = List.of(round(700, 0), round(600, 0), round(100, 0));

        assertThat(new Report("plain", List.of(), direct, gateway).ratePerSecondThatBothHold())
                .isEqualTo(300);
    }

    private static Round round(long answered, long gatewayCpuMillis) {
        return round(answered, gatewayCpuMillis, 0);
    }

    private static Round round(long answered, long gatewayCpuMillis, long unsent) {
        return new Round(
                new Outcome(answered, Duration.ofSeconds(1), Duration.ZERO, Duration.ZERO, List.of(), unsent),
                new Use(Duration.ofMillis(gatewayCpuMillis), 0),
                new Use(Duration.ZERO, 0));
    }
}

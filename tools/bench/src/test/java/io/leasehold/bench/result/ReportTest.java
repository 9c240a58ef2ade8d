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

    private static Round round(long answered, long gatewayCpuMillis) {
        return new Round(
                new Outcome(answered, Duration.ofSeconds(1), Duration.ZERO, Duration.ZERO, List.of()),
                new Use(Duration.ofMillis(gatewayCpuMillis), 0),
                new Use(Duration.ZERO, 0));
    }
}

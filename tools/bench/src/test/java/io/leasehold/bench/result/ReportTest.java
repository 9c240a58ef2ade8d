package io.leasehold.bench.result;

import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.bench.load.Outcome;
import io.leasehold.bench.load.Outcome.Percentiles;
import io.leasehold.bench.process.Use;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReportTest {
    @Test
    void setsAllWaysBesideOneAnother() {
        Report report = report(
                List.of(Figure.REQUESTS_PER_SECOND, Figure.P50, Figure.ADDED_P50, Figure.CPU),
                List.of(round(10_000, 2, null), round(8_000, 4, null)),
                List.of(round(5_000, 3, 450L), round(4_000, 6, 400L)));

        assertThat(report.text().lines())
                .containsExactly(
                        "plain",
                        "                                                direct                   gateway",
                        "requests/s                           9000 (8000–10000)          4500 (4000–5000)",
                        "p50 ms                                3.00 (2.00–4.00)          4.50 (3.00–6.00)",
                        "added p50 ms                                         –          1.50 (1.00–2.00)",
                        "CPU µs/request                                       –         95.0 (90.0–100.0)");
    }

    @Test
    void saysWhichWayDidNotHoldTheRate() {
        String text = report(
                        List.of(),
                        List.of(round(500, 1, null), round(500, 1, null)),
                        List.of(round(500, 1, 450L), round(300, 1, 400L, 200)))
                .text();

        assertThat(text.lines().skip(2))
                .containsExactly("gateway did not hold the rate in 1 of 2 rounds: "
                        + "its latencies are those of an overloaded machine");
    }

    @Test
    void theyHoldHalfOfWhatTheSlowestReached() {
        Report report = report(
                List.of(),
                List.of(round(900, 1, null), round(1_000, 1, null), round(5_000, 1, null)),
                List.of(round(700, 1, 0L), round(600, 1, 0L), round(100, 1, 0L)));

        assertThat(report.ratePerSecondThatHold("direct", "gateway")).isEqualTo(300);
        assertThat(report.ratePerSecondThatHold("direct")).isEqualTo(500);
    }

    @Test
    void oneWayIsDividedByAnotherThatWasMeasured() {
        Report report = report(List.of(), List.of(round(1_000, 1, 40L)), List.of(round(1_000, 1, 90L)));

        assertThat(report.ratio(Figure.CPU, "gateway", "direct")).contains(new Spread(2.25, 2.25, 2.25));
        assertThat(report.ratio(Figure.CPU, "gateway", "nginx")).isEmpty();
    }

    private static Report report(List<Figure> figures, List<Round> direct, List<Round> gateway) {
        SequencedMap<String, List<Round>> ways = new LinkedHashMap<>();
        ways.put("direct", direct);
        ways.put("gateway", gateway);
        return new Report("plain", figures, ways);
    }

    private static Round round(long answered, long p50Millis, @Nullable Long proxyCpuMillis) {
        return round(answered, p50Millis, proxyCpuMillis, 0);
    }

    private static Round round(long answered, long p50Millis, @Nullable Long proxyCpuMillis, long unsent) {
        Percentiles times = new Percentiles(Duration.ofMillis(p50Millis), Duration.ofMillis(2 * p50Millis));
        return new Round(
                new Outcome(answered, Duration.ofSeconds(1), times, times, 1, List.of(), unsent),
                proxyCpuMillis == null ? null : new Use(Duration.ofMillis(proxyCpuMillis), 0),
                new Use(Duration.ZERO, 0));
    }
}

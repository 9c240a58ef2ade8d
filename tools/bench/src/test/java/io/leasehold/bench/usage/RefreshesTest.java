package io.leasehold.bench.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RefreshesTest {
    @Test
    void allAtOnceAreComparedWithTheSlowestAlone() {
        Refreshes round = new Refreshes(
                List.of(Duration.ofMillis(300), Duration.ofMillis(800), Duration.ofMillis(500)),
                Duration.ofMillis(1_000));

        assertThat(round.slowestAloneMillis()).isEqualTo(800);
        assertThat(round.allMillis()).isEqualTo(1_000);
        assertThat(round.ratio()).isEqualTo(1.25);
    }
}

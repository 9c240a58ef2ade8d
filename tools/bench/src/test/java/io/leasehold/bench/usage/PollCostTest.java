package io.leasehold.bench.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PollCostTest {
    @Test
    void theShareOfACoreIsWhatOneRoundOfPollsTakesOfItsInterval() {
        PollCost cost = new PollCost(500, Duration.ofSeconds(36), Duration.ofSeconds(40));

        assertThat(cost.cpuMillisPerPoll()).isEqualTo(72);
        assertThat(cost.seconds()).isEqualTo(40);
        assertThat(cost.percentOfACore(Duration.ofHours(1))).isCloseTo(1, within(1e-9));
        assertThat(cost.percentOfACore(Duration.ofMinutes(30))).isCloseTo(2, within(1e-9));
    }
}

package io.leasehold.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ScheduleTest {
    @Test
    void requestsAreEvenlyDue() {
        Schedule schedule = new Schedule(1_000, 500);

        assertThat(schedule.due(0)).isEqualTo(1_000);
        assertThat(schedule.due(1)).isEqualTo(2_001_000);
        assertThat(schedule.dueWithin(Duration.ofSeconds(5))).isEqualTo(2_500);
    }

    @Test
    void roundingDoesNotAddUp() {
        Schedule schedule = new Schedule(0, 3);

        assertThat(schedule.due(1)).isEqualTo(333_333_333);
        assertThat(schedule.due(3_000_000))
                .isEqualTo(Duration.ofSeconds(1_000_000).toNanos());
    }
}

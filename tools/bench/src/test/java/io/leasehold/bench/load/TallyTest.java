package io.leasehold.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TallyTest {
    private static final Target TARGET = new Target("at the test", URI.create("http://localhost"), "lh_hidden");
    private static final Answer GOOD = new Answer(200, "");

    private final Tally tally = new Tally();

    @Test
    void latencyCountsFromWhenTheRequestWasDue() {
        long anHourAgo = System.nanoTime() - Duration.ofHours(1).toNanos();

        tally.count(GOOD, anHourAgo);

        assertThat(tally.outcome().p50()).isBetween(Duration.ofMinutes(59), Duration.ofMinutes(61));
    }

    @Test
    void oneInAHundredIsBeyondTheNinetyNinthPercentile() {
        long longAgo = System.nanoTime() - Duration.ofHours(1).toNanos();
        for (int i = 0; i < 99; i++) {
            tally.count(GOOD, System.nanoTime());
        }
        tally.count(GOOD, longAgo);

        assertThat(tally.outcome().p99()).isLessThan(Duration.ofMinutes(1));
        assertThat(tally.outcome().answered()).isEqualTo(100);
    }

    @Test
    void aRoundWithoutFailureStands() {
        tally.count(GOOD, System.nanoTime());

        Outcome outcome = tally.outcome();

        assertThat(outcome.expectNoFailure(TARGET)).isSameAs(outcome);
    }

    @Test
    void failuresAreCountedByStatusWithAnExample() {
        tally.count(GOOD, System.nanoTime());
        tally.count(new Answer(429, "slow down"), System.nanoTime());
        tally.count(new Answer(429, "slow down"), System.nanoTime());
        tally.count(Answer.none("connection refused"), System.nanoTime());

        assertThatThrownBy(() -> tally.outcome().expectNoFailure(TARGET))
                .isInstanceOf(FailedRequestsException.class)
                .hasMessageContaining("3 of 4 requests at the test")
                .hasMessageContaining("2 × 429, such as: slow down")
                .hasMessageContaining("1 × no answer, such as: connection refused")
                .hasMessageNotContaining("lh_hidden");
    }
}

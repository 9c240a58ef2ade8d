package io.leasehold.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TallyTest {
    private static final Target TARGET = new Target("at the test", URI.create("http://localhost"), "lh_hidden");

    private final Tally tally = new Tally();

    @Test
    void latencyCountsFromWhenTheRequestWasDue() {
        long anHourAgo = System.nanoTime() - Duration.ofHours(1).toNanos();

        tally.count(good(), anHourAgo);

        assertThat(tally.outcome().latency().p50()).isBetween(Duration.ofMinutes(59), Duration.ofMinutes(61));
    }

    @Test
    void oneInAHundredIsBeyondTheNinetyNinthPercentile() {
        long longAgo = System.nanoTime() - Duration.ofHours(1).toNanos();
        for (int i = 0; i < 99; i++) {
            tally.count(good(), System.nanoTime());
        }
        tally.count(good(), longAgo);

        assertThat(tally.outcome().latency().p99()).isLessThan(Duration.ofMinutes(1));
        assertThat(tally.outcome().answered()).isEqualTo(100);
    }

    @Test
    void theFirstByteCountsFromThenToo() {
        long now = System.nanoTime();

        tally.count(
                new Answer(200, "", now - Duration.ofMinutes(30).toNanos()),
                now - Duration.ofHours(1).toNanos());

        assertThat(tally.outcome().firstByte().p99()).isBetween(Duration.ofMinutes(29), Duration.ofMinutes(31));
    }

    @Test
    void whatIsNotTimedIsCountedAllTheSame() {
        tally.countUntimed(good());
        tally.countUntimed(Answer.refused(503, "not yet"));

        assertThat(tally.outcome().answered()).isEqualTo(1);
        assertThat(tally.outcome().failures()).hasSize(1);
        assertThat(tally.outcome().latency().p99()).isZero();
    }

    @Test
    void theMostAtATimeAreRemembered() {
        tally.begun();
        tally.begun();
        tally.count(good(), System.nanoTime());
        tally.begun();

        assertThat(tally.outcome().mostAtATime()).isEqualTo(2);
    }

    @Test
    void aRoundWithoutFailureStands() {
        tally.count(good(), System.nanoTime());

        Outcome outcome = tally.outcome();

        assertThat(outcome.expectNoFailure(TARGET)).isSameAs(outcome);
    }

    @Test
    void failuresAreCountedByStatusWithAnExample() {
        tally.count(good(), System.nanoTime());
        tally.count(Answer.refused(429, "slow down"), System.nanoTime());
        tally.count(Answer.refused(429, "slow down"), System.nanoTime());
        tally.count(Answer.none("connection refused"), System.nanoTime());

        assertThatThrownBy(() -> tally.outcome().expectNoFailure(TARGET))
                .isInstanceOf(FailedRequestsException.class)
                .hasMessageContaining("3 of 4 requests at the test")
                .hasMessageContaining("2 × 429, such as: slow down")
                .hasMessageContaining("1 × no answer, such as: connection refused")
                .hasMessageNotContaining("lh_hidden");
    }

    private static Answer good() {
        return new Answer(200, "", System.nanoTime());
    }
}

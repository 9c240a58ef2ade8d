package io.leasehold.collector.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class NextPollTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    private final NextPoll next = new NextPoll(Duration.ofHours(1), Duration.ofSeconds(30));

    @ParameterizedTest
    @CsvSource({"1, PT30S", "2, PT1M", "3, PT2M", "7, PT32M", "8, PT1H", "1000, PT1H"})
    void theWaitDoublesUpToTheInterval(int failures, Duration wait) {
        assertThat(next.afterFailure(failure(PollStatus.TIMEOUT, null), failures, NOW))
                .contains(NOW.plus(wait));
    }

    @Test
    void whatTheProviderAsksToWaitCountsWhereItIsLonger() {
        assertThat(next.afterFailure(failure(PollStatus.RATE_LIMITED, Duration.ofHours(2)), 1, NOW))
                .contains(NOW.plus(Duration.ofHours(2)));
        assertThat(next.afterFailure(failure(PollStatus.RATE_LIMITED, Duration.ofSeconds(1)), 1, NOW))
                .contains(NOW.plusSeconds(30));
    }

    @ParameterizedTest
    @EnumSource(names = {"MISSING_KEY", "INVALID_KEY"})
    void whatOnlyAPersonCanMendIsNotTriedAgain(PollStatus status) {
        assertThat(next.afterFailure(failure(status, null), 1, NOW)).isEmpty();
    }

    @Test
    void afterSuccessItIsDueAnIntervalLater() {
        assertThat(next.afterSuccess(NOW)).isEqualTo(NOW.plus(Duration.ofHours(1)));
    }

    private static PollFailure failure(PollStatus status, Duration retryAfter) {
        return new PollFailure(status, "It failed.", retryAfter);
    }
}

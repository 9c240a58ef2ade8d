package io.leasehold.collector.poll;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** When an account is due again. */
record NextPoll(Duration interval, Duration firstBackoff) {
    private static final int MOST_DOUBLINGS = 20;

    Instant afterSuccess(Instant now) {
        return now.plus(interval);
    }

    /**
     * @param failures how many in a row, this one included
     * @return empty when only a change of the account can help
     */
    Optional<Instant> afterFailure(PollFailure failure, int failures, Instant now) {
        if (!failure.status().mayPass()) {
            return Optional.empty();
        }
        Duration doubled = firstBackoff.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
        Duration wait = shorter(doubled, interval);
        Duration asked = failure.retryAfter();
        return Optional.of(now.plus(asked == null || asked.compareTo(wait) < 0 ? wait : asked));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}

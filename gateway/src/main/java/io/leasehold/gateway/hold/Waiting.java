package io.leasehold.gateway.hold;

import io.leasehold.gateway.rate.RateId;
import io.vertx.core.Promise;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A request that waits for room.
 *
 * @param amount what it may cost at most, in nano-USD
 * @param tokens how many it may use at most
 * @param since when it began to wait, on the monotonic clock
 * @param deadline on the same clock
 */
record Waiting(
        List<LimitId> limits,
        long amount,
        List<RateId> rates,
        long tokens,
        long since,
        long deadline,
        Promise<HoldOutcome> outcome) {
    /** Long enough for answers that have just ended to be settled, and too short for refused callers to pile up. */
    private static final long HOPES_FOR = TimeUnit.MILLISECONDS.toNanos(250);

    /** Whether it still hopes for what requests under way may leave. */
    boolean hopes(long now) {
        return now - since < HOPES_FOR;
    }

    boolean isLate(long now) {
        return deadline - now <= 0;
    }
}

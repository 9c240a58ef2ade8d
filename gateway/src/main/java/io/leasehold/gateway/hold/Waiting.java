package io.leasehold.gateway.hold;

import io.leasehold.gateway.rate.RateId;
import io.vertx.core.Promise;
import java.util.List;

/**
 * A request that waits for room.
 *
 * @param amount what it may cost at most, in nano-USD
 * @param tokens how many it may use at most
 * @param deadline on the monotonic clock
 */
record Waiting(
        List<LimitId> limits,
        long amount,
        List<RateId> rates,
        long tokens,
        long deadline,
        Promise<HoldOutcome> outcome) {

    boolean isLate(long now) {
        return deadline - now <= 0;
    }
}

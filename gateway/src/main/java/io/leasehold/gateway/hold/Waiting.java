package io.leasehold.gateway.hold;

import io.vertx.core.Promise;
import java.util.List;

/**
 * A request that waits for room.
 *
 * @param deadline on the monotonic clock
 */
record Waiting(List<LimitId> limits, long amount, long deadline, Promise<HoldOutcome> outcome) {

    boolean isLate(long now) {
        return deadline - now <= 0;
    }
}

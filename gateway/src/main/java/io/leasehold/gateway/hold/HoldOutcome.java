package io.leasehold.gateway.hold;

import io.leasehold.gateway.rate.RateReached;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What became of the wish to reserve. */
public sealed interface HoldOutcome {

    record Reserved(Reservation reservation) implements HoldOutcome {}

    /**
     * A limit leaves too little.
     *
     * @param leftNanoUsd what would still fit
     * @param resetsAt when the window ends; null where it never does
     */
    record LimitReached(
            LimitId limit, long leftNanoUsd, @Nullable Instant resetsAt) implements HoldOutcome {}

    /** A rate limit leaves too little for now. */
    record TooFast(RateReached reached) implements HoldOutcome {}

    /** Nobody could say in time whether there is room. */
    record Unavailable() implements HoldOutcome {}
}

package io.leasehold.gateway.hold;

import io.leasehold.gateway.rate.RateId;
import io.leasehold.gateway.rate.Shares;
import io.leasehold.gateway.rate.Taken;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Sets aside what a request takes of money and of rate limits: of all that apply, or of none. Any thread. */
record SetAside(Supplier<Slices> slices, Shares shares, Runnable onSettled) {

    /** @return null where something has too little room */
    @Nullable
    Reservation tryReserve(List<LimitId> limits, long nanoUsd, List<RateId> rates, long tokens, Instant at, long now) {
        Taken taken = shares.tryTake(rates, tokens, now);
        if (taken == null) {
            return null;
        }
        Reservation reservation = slices.get().tryReserve(limits, nanoUsd, taken, at, now, onSettled);
        if (reservation == null) {
            taken.undo();
        }
        return reservation;
    }
}

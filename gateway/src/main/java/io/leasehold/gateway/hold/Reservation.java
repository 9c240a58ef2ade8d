package io.leasehold.gateway.hold;

import io.leasehold.contracts.event.RequestCompleted;
import io.leasehold.contracts.hold.WindowKey;
import io.leasehold.gateway.rate.Taken;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What one request has set aside, in all limited windows and of all rate limits that apply. Ended exactly once, by
 * {@link #settle} or {@link #cancel}.
 */
public final class Reservation {
    private final UUID replica;
    private final Instant admittedAt;
    private final long nanoUsd;
    private final Slice[] slices;
    private final Taken taken;
    private final Runnable onSettled;
    private final AtomicBoolean settled = new AtomicBoolean();

    Reservation(UUID replica, Instant admittedAt, long nanoUsd, Slice[] slices, Taken taken, Runnable onSettled) {
        this.replica = replica;
        this.admittedAt = admittedAt;
        this.nanoUsd = nanoUsd;
        this.slices = slices;
        this.taken = taken;
        this.onSettled = onSettled;
    }

    /** The boot id under which it was made. */
    public UUID replica() {
        return replica;
    }

    /** The time that decides the windows. */
    public Instant admittedAt() {
        return admittedAt;
    }

    public long nanoUsd() {
        return nanoUsd;
    }

    /** What is left for anybody in the tightest window; null where nothing limits. */
    public @Nullable Room tightest() {
        Slice tightest = null;
        long least = Long.MAX_VALUE;
        for (Slice slice : slices) {
            long left = Math.max(0, slice.available()) + slice.elsewhere();
            if (left < least) {
                least = left;
                tightest = slice;
            }
        }
        return tightest == null ? null : new Room(least, tightest.windowEnd());
    }

    /** Those of its slices that run low and have not asked for more yet; each is told once only. */
    void forEachToRefill(Consumer<LimitId> refill) {
        for (Slice slice : slices) {
            if (slice.isLow() && slice.mayAskForMore()) {
                refill.accept(LimitId.of(slice.window()));
            }
        }
    }

    /** The windows it was taken from, as the ledger names them. */
    public List<RequestCompleted.Slice> windows() {
        return Arrays.stream(slices).map(slice -> ledgerName(slice.window())).toList();
    }

    /** How many tokens were set aside; 0 where they are not limited. */
    public long tokens() {
        return taken.tokens();
    }

    /** Ends it. What was not used can be reserved again at once; a second call does nothing. */
    public void settle(long usedNanoUsd, long usedTokens) {
        if (settled.compareAndSet(false, true)) {
            taken.end(usedTokens);
            settleSlices(usedNanoUsd);
        }
    }

    /** Ends it: the request was never sent, and counts for nothing. A second call does nothing. */
    public void cancel() {
        if (settled.compareAndSet(false, true)) {
            taken.undo();
            settleSlices(0);
        }
    }

    private void settleSlices(long usedNanoUsd) {
        for (Slice slice : slices) {
            slice.settle(nanoUsd, usedNanoUsd);
        }
        onSettled.run();
    }

    private static RequestCompleted.Slice ledgerName(WindowKey window) {
        return new RequestCompleted.Slice(window.scope(), window.scopeId(), window.period(), window.windowStart());
    }
}

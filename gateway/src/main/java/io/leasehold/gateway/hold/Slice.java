package io.leasehold.gateway.hold;

import io.leasehold.contracts.hold.RenewRequest.Returned;
import io.leasehold.contracts.hold.WindowKey;
import io.leasehold.providers.price.NanoUsd;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * This replica's part of one window, in nano-USD. Reserving and settling are lock-free and come from any event loop;
 * everything else comes from the control loop alone.
 */
final class Slice {
    /** How many requests like the last one a slice should have room for, whatever came before. */
    private static final long REQUESTS_AHEAD = 4;

    /** For how long a slice should last as money is being spent now, so that a silent arbiter is not noticed at once. */
    private static final long MILLIS_AHEAD = 10_000;

    /** Milliseconds; money spent within less says nothing about the seconds to come. */
    private static final long LEAST_SPAN = 1_000;

    private final WindowKey window;
    private final @Nullable Instant windowEnd;

    /** What may still be reserved. Below zero after a request that cost more than its reservation. */
    private final AtomicLong available = new AtomicLong();

    private final AtomicLong reserved = new AtomicLong();
    private final AtomicLong usedSinceAsk = new AtomicLong();

    private final AtomicBoolean asking = new AtomicBoolean();

    private volatile long lastUsed;
    private volatile long lastAmount;
    private volatile long elsewhere;

    /** What is kept for when nobody can be asked for more. */
    private volatile long kept;

    /** Below this more is asked for. */
    private volatile long lowMark;

    private long askedAt;
    private long granted;
    private long returned;
    private long returnedAcknowledged;

    Slice(WindowKey window, @Nullable Instant windowEnd, long now) {
        this.window = window;
        this.windowEnd = windowEnd;
        this.lastUsed = now;
        this.askedAt = now;
    }

    WindowKey window() {
        return window;
    }

    /** Until when it admits; null for periods that never reset. */
    @Nullable
    Instant windowEnd() {
        return windowEnd;
    }

    boolean covers(Instant at) {
        return !at.isBefore(window.windowStart()) && !hasEnded(at);
    }

    boolean hasEnded(Instant at) {
        return windowEnd != null && !at.isBefore(windowEnd);
    }

    /** Sets an amount aside, or nothing. */
    boolean tryReserve(long amount, long now) {
        // Counted first, so that a slice with a reservation on its way never looks spent.
        reserved.addAndGet(amount);
        long before = available.get();
        while (before >= amount) {
            if (available.compareAndSet(before, before - amount)) {
                lastAmount = amount;
                lastUsed = now;
                return true;
            }
            before = available.get();
        }
        reserved.addAndGet(-amount);
        return false;
    }

    /** Ends a reservation: what was not used is there again at once. */
    void settle(long reservation, long used) {
        available.addAndGet(reservation - used);
        reserved.addAndGet(-reservation);
        usedSinceAsk.addAndGet(used);
    }

    /** Undoes a reservation that another window had no room for. */
    void undo(long reservation) {
        settle(reservation, 0);
    }

    long available() {
        return available.get();
    }

    /** What admitted requests may still cost. */
    long reserved() {
        return reserved.get();
    }

    /** What the window still had for anybody when the arbiter last spoke. */
    long elsewhere() {
        return elsewhere;
    }

    /** Whether more should be asked for before a request has to wait for it. */
    boolean isLow() {
        return available.get() < Math.max(lowMark, lastAmount * (REQUESTS_AHEAD / 2));
    }

    /**
     * What to ask for on top, so that there is room for as many requests again as are under way, and for what the coming
     * seconds will cost if money goes on being spent as since the last time. Begins to count anew.
     */
    long ask(long now) {
        long span = Math.max(LEAST_SPAN, TimeUnit.NANOSECONDS.toMillis(now - askedAt));
        askedAt = now;
        long ahead = usedSinceAsk.getAndSet(0) * MILLIS_AHEAD / span;
        long target = kept + Math.max(lastAmount * REQUESTS_AHEAD, 2 * reserved.get() + ahead);
        return Math.max(0, target - Math.max(0, available.get()));
    }

    /** Whether to say so; once only until the answer is there, and not while the window has nothing to give. */
    boolean mayAskForMore() {
        return elsewhere > 0 && asking.compareAndSet(false, true);
    }

    /** @param amount what is not given back while it lies idle, and asked for on top */
    void keep(long amount) {
        kept = amount;
    }

    /** Whether less is there than is to be kept, and may be had. */
    boolean lacksWhatIsKept() {
        return elsewhere > 0 && available.get() < kept;
    }

    /** @param totalGranted all that was ever granted of this window; amounts are cumulative, so repeats do no harm */
    void grant(long totalGranted, long remaining) {
        asking.set(false);
        elsewhere = remaining;
        if (totalGranted > granted) {
            available.addAndGet(totalGranted - granted);
            granted = totalGranted;
        }
        lowMark = available.get() / 2;
    }

    /** Takes out what lies idle, to be given back; what is reserved is not touched. */
    void giveBackIdle() {
        giveBackAbove(0);
    }

    /** The same, but for what is kept. */
    void giveBackUnkept() {
        giveBackAbove(kept);
    }

    private void giveBackAbove(long left) {
        long there = available.get();
        while (there > left && !available.compareAndSet(there, left)) {
            there = available.get();
        }
        returned += Math.max(0, there - left);
    }

    boolean isIdleSince(long nanoTime) {
        return available.get() > 0 && lastUsed - nanoTime < 0;
    }

    /** All that was ever given back. */
    Returned returnedSoFar() {
        return new Returned(window, NanoUsd.toDecimal(returned));
    }

    boolean hasUnacknowledgedReturn() {
        return returned > returnedAcknowledged;
    }

    void acknowledgeReturn(long amount) {
        returnedAcknowledged = Math.max(returnedAcknowledged, amount);
    }

    /**
     * Nothing reserved and nothing left: once its window is over it can be forgotten. Looks twice at what is left, since a
     * reservation may begin or end between two looks.
     */
    boolean isSpent() {
        return available.get() <= 0 && reserved.get() == 0 && available.get() <= 0 && !hasUnacknowledgedReturn();
    }
}

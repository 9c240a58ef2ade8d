package io.leasehold.gateway.hold;

import io.leasehold.contracts.event.RequestCompleted;
import io.leasehold.contracts.hold.WindowKey;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;

/** What one request has set aside, in all limited windows that apply. Ended exactly once, by {@link #settle}. */
public final class Reservation {
    private final UUID replica;
    private final Instant admittedAt;
    private final long nanoUsd;
    private final List<Slice> slices;
    private final Runnable onSettled;
    private final AtomicBoolean settled = new AtomicBoolean();

    Reservation(UUID replica, Instant admittedAt, long nanoUsd, List<Slice> slices, Runnable onSettled) {
        this.replica = replica;
        this.admittedAt = admittedAt;
        this.nanoUsd = nanoUsd;
        this.slices = slices;
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

    /** What is left for anybody in the tightest window, as far as this replica knows; empty where nothing limits. */
    public OptionalLong remaining() {
        return slices.stream()
                .mapToLong(slice -> Math.max(0, slice.available()) + slice.elsewhere())
                .min();
    }

    /** The windows it was taken from, as the ledger names them. */
    public List<RequestCompleted.Slice> windows() {
        return slices.stream().map(slice -> ledgerName(slice.window())).toList();
    }

    /** Ends it. What was not used can be reserved again at once; a second call does nothing. */
    public void settle(long usedNanoUsd) {
        if (settled.compareAndSet(false, true)) {
            for (Slice slice : slices) {
                slice.settle(nanoUsd, usedNanoUsd);
            }
            onSettled.run();
        }
    }

    private static RequestCompleted.Slice ledgerName(WindowKey window) {
        return new RequestCompleted.Slice(window.scope(), window.scopeId(), window.period(), window.windowStart());
    }
}

package io.leasehold.gateway.memory;

import io.quarkus.runtime.configuration.MemorySize;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** How many bytes of bodies may be in memory at a time, over all threads. */
public final class ByteBudget {
    private final long limit;
    private final AtomicLong used = new AtomicLong();

    public ByteBudget(long limit) {
        this.limit = limit;
    }

    /** @param shareOfHeap what it is where nothing is said, so that a small heap is not promised twice */
    public static ByteBudget of(Optional<MemorySize> said, double shareOfHeap) {
        return new ByteBudget(said.map(MemorySize::asLongValue)
                .orElseGet(() -> (long) (Runtime.getRuntime().maxMemory() * shareOfHeap)));
    }

    /** Takes so many bytes, or none. */
    public boolean take(long bytes) {
        if (used.addAndGet(bytes) > limit) {
            used.addAndGet(-bytes);
            return false;
        }
        return true;
    }

    public void give(long bytes) {
        used.addAndGet(-bytes);
    }

    public long used() {
        return used.get();
    }
}

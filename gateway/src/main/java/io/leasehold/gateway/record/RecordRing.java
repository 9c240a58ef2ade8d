package io.leasehold.gateway.record;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * From the event loops to the one publishing thread, without locks. A place is claimed when a request is admitted and given
 * up when the broker has acknowledged its record, so that {@link #put} always finds room and nothing is ever dropped.
 *
 * @param <T> what is told
 */
final class RecordRing<T> {
    private final AtomicReferenceArray<@Nullable T> places;
    private final int mask;
    private final AtomicInteger claimed = new AtomicInteger();
    private final AtomicLong tail = new AtomicLong();
    private long head;
    private volatile @Nullable Thread consumer;

    /** @param size a power of two */
    RecordRing(int size) {
        if (Integer.bitCount(size) != 1) {
            throw new IllegalArgumentException("leasehold.gateway.records.ring-size must be a power of two: " + size);
        }
        this.places = new AtomicReferenceArray<>(size);
        this.mask = size - 1;
    }

    /** Takes a place, if there is one; each is given up with {@link #release}. */
    boolean claim() {
        if (claimed.incrementAndGet() > places.length()) {
            claimed.decrementAndGet();
            return false;
        }
        return true;
    }

    void release() {
        claimed.decrementAndGet();
    }

    /** Hands over. Only with a claimed place. */
    void put(T told) {
        places.set((int) (tail.getAndIncrement() & mask), told);
        LockSupport.unpark(consumer);
    }

    /** The next one; null when there is none just now. The publishing thread only. */
    @Nullable
    T poll() {
        int place = (int) (head & mask);
        T told = places.getAcquire(place);
        if (told != null) {
            places.setRelease(place, null);
            head++;
        }
        return told;
    }

    /** Waits until something was put, or for that long. The publishing thread only. */
    void await(long nanos) {
        consumer = Thread.currentThread();
        if (places.get((int) (head & mask)) == null) {
            LockSupport.parkNanos(this, nanos);
        }
        consumer = null;
    }

    /** Requests under way, and records that the broker has not acknowledged. */
    int occupied() {
        return claimed.get();
    }
}

package io.leasehold.distribution.lease;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * What was read a moment ago. It is kept for ten times as long as reading it took: so reading never costs more than a tenth of
 * the time, however much there is to be read, and what is read in no time is as good as never old. One reads anew, while the
 * others go on with what is known.
 */
final class Remembered<K, V> {
    private static final int REST = 10;
    private static final long LONGEST = Duration.ofSeconds(5).toNanos();
    private static final int MOST = 1_000;

    private final LongSupplier nanoTime;
    private final Map<K, Known<V>> known = new ConcurrentHashMap<>();
    private final AtomicLong forgotten = new AtomicLong();

    Remembered(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** @param isNew whether it was read for this question */
    record Seen<V>(V value, boolean isNew) {}

    /** @param epoch how often all was forgotten before it was read; what is of an earlier one counts no more */
    private record Known<V>(V value, long epoch, long goodUntil, AtomicBoolean renewing) {}

    Seen<V> get(K key, Supplier<V> reader) {
        Known<V> before = known.get(key);
        if (before == null || before.epoch() != forgotten.get()) {
            return renew(key, reader);
        }
        return isMineToRenew(before) ? renew(key, before, reader) : new Seen<>(before.value(), false);
    }

    private Seen<V> renew(K key, Known<V> before, Supplier<V> reader) {
        try {
            return renew(key, reader);
        } finally {
            // Where that failed, the next one tries.
            before.renewing().set(false);
        }
    }

    /** Whoever would have to wait longer than anything is kept reads by itself. */
    private boolean isMineToRenew(Known<V> before) {
        long age = nanoTime.getAsLong() - before.goodUntil();
        return age > LONGEST || (age > 0 && before.renewing().compareAndSet(false, true));
    }

    Seen<V> renew(K key, Supplier<V> reader) {
        long epoch = forgotten.get();
        long began = nanoTime.getAsLong();
        V value = reader.get();
        long now = nanoTime.getAsLong();
        makeRoom(now);
        // Of the epoch in which reading began: where it was forgotten meanwhile, it may be of before the change.
        long rest = Math.min(LONGEST, (now - began) * REST);
        known.put(key, new Known<>(value, epoch, now + rest, new AtomicBoolean()));
        return new Seen<>(value, true);
    }

    /** All of it is read anew. */
    void forget() {
        forgotten.incrementAndGet();
    }

    private void makeRoom(long now) {
        if (known.size() >= MOST) {
            known.values().removeIf(each -> now - each.goodUntil() > 0);
            if (known.size() >= MOST) {
                known.clear();
            }
        }
    }
}

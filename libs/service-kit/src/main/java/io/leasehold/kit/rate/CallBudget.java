package io.leasehold.kit.rate;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * So many calls a second for each of many callers, and so many at once after a pause. Of each caller one number is kept (GCRA:
 * when all it has used so far would be paid off), of so many callers at most; who is forgotten begins anew.
 */
final class CallBudget {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();
    /** Above any real load factor, so that the table is never made larger. */
    private static final float DENSE = 0.75f;

    private final long interval;
    private final long tolerance;
    private final LongSupplier nanoTime;
    private final Map<String, Long> paidOffAt;

    CallBudget(int perSecond, int burst, int remembered, LongSupplier nanoTime) {
        if (perSecond < 1 || burst < 1 || remembered < 1) {
            throw new IllegalArgumentException("calls per second, burst and remembered callers must be at least 1");
        }
        this.interval = SECOND / perSecond;
        this.tolerance = interval * (burst - 1);
        this.nanoTime = nanoTime;
        this.paidOffAt = new LinkedHashMap<>(16, DENSE, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
                return size() > remembered;
            }
        };
    }

    /**
     * What came of taking one call.
     *
     * @param waitFor zero, or how long to wait as nothing was taken
     * @param left how many more could be taken at once
     * @param whole how long until all of them are there again
     */
    record Taking(Duration waitFor, long left, Duration whole) {
        boolean refused() {
            return !waitFor.isZero();
        }
    }

    /** How many calls there are at most at once. */
    long size() {
        return tolerance / interval + 1;
    }

    /** Takes one call out of the caller's budget. */
    synchronized Taking take(String caller) {
        long now = nanoTime.getAsLong();
        Long known = paidOffAt.get(caller);
        long paidOff = known == null || known - now < 0 ? now : known;
        long early = paidOff - now - tolerance;
        if (early > 0) {
            return new Taking(Duration.ofNanos(early), 0, Duration.ofNanos(paidOff - now));
        }
        long used = paidOff + interval - now;
        paidOffAt.put(caller, paidOff + interval);
        return new Taking(Duration.ZERO, (tolerance + interval - used) / interval, Duration.ofNanos(used));
    }

    synchronized int remembered() {
        return paidOffAt.size();
    }
}

package io.leasehold.gateway.rate;

import java.util.concurrent.TimeUnit;

/**
 * The permits that requests have taken: of a limit per minute for sixty seconds, to the second and rather too long than too
 * short, else until they are given back. Times are those of the monotonic clock. Used under the lock of a share.
 */
final class Permits {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    /** The second in which a permit was taken counts as a whole, so that there is one more than a minute has. */
    private static final int SECONDS = 61;

    private final boolean perMinute;
    private final long[] bySecond;
    private long newest;
    private long taken;

    Permits(boolean perMinute, long now) {
        this.perMinute = perMinute;
        this.bySecond = new long[perMinute ? SECONDS : 1];
        this.newest = second(now);
    }

    long taken(long now) {
        expire(now);
        return taken;
    }

    void take(long permits, long now) {
        expire(now);
        bySecond[slot(newest)] += permits;
        taken += permits;
    }

    /**
     * Corrects what was taken; nothing where that has passed.
     *
     * @param permits negative where it was more
     * @param takenAt when they were taken
     */
    void giveBack(long permits, long takenAt, long now) {
        expire(now);
        long second = Math.min(second(takenAt), newest);
        if (!perMinute || newest - second < SECONDS) {
            bySecond[slot(second)] -= permits;
            taken -= permits;
        }
    }

    /** How long until no more than that many are taken; without a minute nobody knows, and it may be at once. */
    long nanosUntilAtMost(long most, long now) {
        expire(now);
        if (!perMinute) {
            return 0;
        }
        long left = taken;
        long second = newest - SECONDS + 1;
        while (left > most && second <= newest) {
            left -= bySecond[slot(second)];
            second++;
        }
        return left == taken ? 0 : (second - 1 + SECONDS) * SECOND - now;
    }

    private void expire(long now) {
        long second = second(now);
        if (!perMinute || second <= newest) {
            return;
        }
        for (long passed = Math.max(newest + 1, second - SECONDS + 1); passed <= second; passed++) {
            int slot = slot(passed);
            taken -= bySecond[slot];
            bySecond[slot] = 0;
        }
        newest = second;
    }

    private int slot(long second) {
        return Math.floorMod(second, bySecond.length);
    }

    private static long second(long nanoTime) {
        return Math.floorDiv(nanoTime, SECOND);
    }
}

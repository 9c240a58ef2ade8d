package io.leasehold.sim.time;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Real time plus an offset, so that a test can see tomorrow's reports today. */
public final class SimClock implements InstantSource {
    private volatile Duration offset = Duration.ZERO;

    @Override
    public Instant instant() {
        return Instant.ofEpochMilli(millis());
    }

    @Override
    public long millis() {
        return System.currentTimeMillis() + offset.toMillis();
    }

    public Duration offset() {
        return offset;
    }

    /** @param offset from real time, not from the offset in force */
    public void shiftTo(Duration offset) {
        this.offset = offset;
    }
}

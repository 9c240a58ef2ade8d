package io.leasehold.analytics.range;

import java.time.Duration;
import java.time.Instant;

/** The grain of the rollups. */
public final class QuarterHour {
    public static final Duration LENGTH = Duration.ofMinutes(15);

    private QuarterHour() {}

    /** The beginning of the quarter of an hour that this time is in. */
    public static Instant of(Instant time) {
        return Instant.ofEpochSecond(Math.floorDiv(time.getEpochSecond(), LENGTH.toSeconds()) * LENGTH.toSeconds());
    }

    /** The first beginning of a quarter of an hour that is not before this time. */
    public static Instant notBefore(Instant time) {
        Instant begun = of(time);
        return begun.equals(time) ? begun : begun.plus(LENGTH);
    }
}

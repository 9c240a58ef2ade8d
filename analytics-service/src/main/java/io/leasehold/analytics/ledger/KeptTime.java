package io.leasehold.analytics.ledger;

import java.time.Duration;
import java.time.Instant;

/**
 * The time whose requests the ledger keeps.
 *
 * @param from inclusive
 * @param to exclusive
 */
record KeptTime(Instant from, Instant to) {
    /** Clocks differ, but not by more. */
    private static final Duration AHEAD = Duration.ofDays(1);
    /** Longer than anything goes on that began when its time was still kept. */
    private static final Duration GRACE = Duration.ofDays(1);

    static KeptTime at(Instant now, Duration retention) {
        return new KeptTime(now.minus(retention), now.plus(AHEAD));
    }

    boolean has(Instant time) {
        return !time.isBefore(from) && time.isBefore(to);
    }

    /** What ended before this may be dropped. */
    Instant droppedBefore() {
        return from.minus(GRACE);
    }
}

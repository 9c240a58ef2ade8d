package io.leasehold.key.enforcement;

import java.time.Duration;
import java.time.Instant;

/** When something is tried again that failed. */
final class Backoff {
    private static final Duration FIRST = Duration.ofSeconds(15);
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final int MOST_DOUBLINGS = 8;

    /** What only a person can put right is looked at again this seldom. */
    private static final Duration FOR_A_PERSON = Duration.ofMinutes(10);

    private Backoff() {}

    /** @param failures how often it failed, this time too */
    static Instant after(int failures, Instant now) {
        Duration wait = FIRST.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
        return now.plus(wait.compareTo(LONGEST) > 0 ? LONGEST : wait);
    }

    static Instant forAPerson(Instant now) {
        return now.plus(FOR_A_PERSON);
    }
}

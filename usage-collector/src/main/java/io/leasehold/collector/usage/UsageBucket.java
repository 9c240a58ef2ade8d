package io.leasehold.collector.usage;

import java.time.Instant;
import java.util.List;

/**
 * A bucket as it was read last.
 *
 * @param revision one more whenever it was corrected after its end
 */
record UsageBucket(Instant from, Instant to, int revision, boolean complete, Instant readAt, List<UsageLine> lines) {

    /** What is new about a bucket that is read again. */
    enum Change {
        NONE,
        /** The bucket was not over when it was read before, or a key became known. */
        GROWN,
        /** The bucket was over, and its provider says something else now. */
        CORRECTED
    }

    Change changeTo(List<UsageLine> now) {
        if (lines.equals(now)) {
            return Change.NONE;
        }
        boolean said = told(lines).equals(told(now));
        return said || readAt.isBefore(to) ? Change.GROWN : Change.CORRECTED;
    }

    private static List<String> told(List<UsageLine> lines) {
        return lines.stream().map(UsageLine::told).toList();
    }
}

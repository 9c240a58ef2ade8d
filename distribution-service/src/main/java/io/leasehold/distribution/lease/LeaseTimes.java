package io.leasehold.distribution.lease;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How long a lease is granted for, and when its node should come back. */
record LeaseTimes(Duration defaultTtl, Duration maxTtl) {
    /** Nodes that got their leases together should not all renew together. */
    private static final int JITTER_PERCENT = 6;

    /** @param asked null when the node doesn't say */
    Instant expiry(@Nullable Duration asked, Instant now) {
        Duration wanted = asked == null ? defaultTtl : asked;
        return now.plus(wanted.compareTo(maxTtl) > 0 ? maxTtl : wanted);
    }

    /** Two thirds of the way, or a little before; always the same for the same lease. */
    static Instant renewAfter(Lease lease) {
        Instant from = lease.renewedAt() == null ? lease.issuedAt() : lease.renewedAt();
        long seconds = Duration.between(from, lease.expiresAt()).toSeconds();
        int jitter = Math.floorMod(lease.leaseId().hashCode(), JITTER_PERCENT);
        return from.plusSeconds(seconds * (66 - jitter) / 100);
    }
}

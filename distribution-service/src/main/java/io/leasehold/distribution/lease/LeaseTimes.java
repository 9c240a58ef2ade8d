package io.leasehold.distribution.lease;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How long a lease is granted for, and when its node should come back.
 *
 * @param maxTtl the longest that a lease lasts, counted from when it was issued, however often it is renewed
 */
record LeaseTimes(Duration defaultTtl, Duration maxTtl) {
    /** Nodes that got their leases together should not all renew together. */
    private static final int JITTER_PERCENT = 6;

    static LeaseTimes of(LeaseConfig config) {
        return new LeaseTimes(config.defaultTtl(), config.maxTtl());
    }

    /** @param asked null when the node doesn't say */
    Instant expiry(@Nullable Duration asked, Instant now) {
        return earlier(now.plus(wanted(asked)), now.plus(maxTtl));
    }

    /**
     * Until when a lease may go on: never past the most that it can last, nor shorter by that than it is already.
     *
     * @param asked null when the node doesn't say
     */
    Instant renewal(Lease lease, @Nullable Duration asked, Instant now) {
        Instant last = last(lease).isAfter(lease.expiresAt()) ? last(lease) : lease.expiresAt();
        return earlier(now.plus(wanted(asked)), last);
    }

    /** Whether renewing a lease can still make it last longer. */
    boolean renewable(Lease lease, Instant now) {
        return lease.usable(now).isPresent() && lease.expiresAt().isBefore(last(lease));
    }

    /** Whether its node should get another lease by now, because this one comes to its end and can't be renewed. */
    boolean wornOut(Lease lease, Instant now) {
        return !renewable(lease, now) && !now.isBefore(renewAfter(lease));
    }

    /** Two thirds of the way, or a little before; always the same for the same lease. */
    static Instant renewAfter(Lease lease) {
        long seconds = granted(lease).toSeconds();
        int jitter = Math.floorMod(lease.leaseId().hashCode(), JITTER_PERCENT);
        return grantedAt(lease).plusSeconds(seconds * (66 - jitter) / 100);
    }

    /** For how long it was granted, or renewed last. */
    static Duration granted(Lease lease) {
        return Duration.between(grantedAt(lease), lease.expiresAt());
    }

    static Duration left(Lease lease, Instant now) {
        return lease.usable(now).isPresent() ? Duration.between(now, lease.expiresAt()) : Duration.ZERO;
    }

    private static Instant grantedAt(Lease lease) {
        return lease.renewedAt() == null ? lease.issuedAt() : lease.renewedAt();
    }

    private Instant last(Lease lease) {
        return lease.issuedAt().plus(maxTtl);
    }

    private Duration wanted(@Nullable Duration asked) {
        // Whoever asks for ages means as long as can be; adding ages to a time would overflow.
        Duration wanted = asked == null ? defaultTtl : asked;
        return wanted.compareTo(maxTtl) > 0 ? maxTtl : wanted;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}

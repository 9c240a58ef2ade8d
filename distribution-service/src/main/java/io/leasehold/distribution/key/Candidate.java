package io.leasehold.distribution.key;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A key that could be chosen.
 *
 * @param remaining what its limits still allow, in USD; null when it has none
 * @param leases how many leases have it now
 * @param inTrouble whether its provider refused it a moment ago
 * @param directStopped whether a limit of it is nearly reached by what its provider reports, so that no node is given its
 *     secret
 */
public record Candidate(
        PoolKey key, @Nullable BigDecimal remaining, long leases, boolean inTrouble, boolean directStopped) {

    /** One whose secret may be given to nodes, where it may be at all. */
    public Candidate(PoolKey key, @Nullable BigDecimal remaining, long leases, boolean inTrouble) {
        this(key, remaining, leases, inTrouble, false);
    }

    public Candidate withOneMoreLease() {
        return new Candidate(key, remaining, leases + 1, inTrouble, directStopped);
    }

    boolean exhausted() {
        return remaining != null && remaining.signum() <= 0;
    }
}

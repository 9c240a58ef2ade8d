package io.leasehold.distribution.key;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A key that could be chosen.
 *
 * @param remaining what its limits still allow, in USD; null when it has none
 * @param leases how many leases have it now
 * @param inTrouble whether its provider refused it a moment ago
 */
public record Candidate(PoolKey key, @Nullable BigDecimal remaining, long leases, boolean inTrouble) {
    public Candidate withOneMoreLease() {
        return new Candidate(key, remaining, leases + 1, inTrouble);
    }

    boolean exhausted() {
        return remaining != null && remaining.signum() <= 0;
    }
}

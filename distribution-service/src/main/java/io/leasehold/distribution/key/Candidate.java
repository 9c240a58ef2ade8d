package io.leasehold.distribution.key;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A key that could be chosen.
 *
 * @param remaining what its limits still allow, in USD; null when it has none
 * @param leases how many leases have it now
 */
public record Candidate(PoolKey key, @Nullable BigDecimal remaining, long leases) {
    public Candidate withOneMoreLease() {
        return new Candidate(key, remaining, leases + 1);
    }

    boolean exhausted() {
        return remaining != null && remaining.signum() <= 0;
    }
}

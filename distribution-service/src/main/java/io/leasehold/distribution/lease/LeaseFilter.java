package io.leasehold.distribution.lease;

import io.leasehold.contracts.LeaseState;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which leases to list; what is null doesn't matter. */
public record LeaseFilter(
        @Nullable LeaseState state,
        @Nullable UUID node,
        @Nullable UUID key,
        @Nullable String provider) {
    static final LeaseFilter ALL = new LeaseFilter(null, null, null, null);
}

package io.leasehold.sim.ledger;

import io.leasehold.sim.key.Provider;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of the ledger are meant; what is null does not matter. Times are compared with the start of a request,
 * from included, to excluded.
 */
public record LedgerFilter(
        @Nullable String keyId,
        @Nullable Provider provider,
        @Nullable Instant from,
        @Nullable Instant to) {

    public boolean accepts(LedgerRow row) {
        return (keyId == null || keyId.equals(row.keyId()))
                && (provider == null || provider == row.provider())
                && (from == null || row.startedAt() >= from.toEpochMilli())
                && (to == null || row.startedAt() < to.toEpochMilli());
    }
}

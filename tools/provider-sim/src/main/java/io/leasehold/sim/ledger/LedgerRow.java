package io.leasehold.sim.ledger;

import io.leasehold.sim.key.Provider;
import org.jspecify.annotations.Nullable;

/**
 * One billed request.
 *
 * @param serial the number from which its ids are spelled
 * @param workspaceId the key's; null in the default workspace
 * @param costNanos in billionths of a dollar
 * @param startedAt epoch milliseconds, as is {@code finishedAt}
 */
public record LedgerRow(
        long serial,
        String keyId,
        @Nullable String workspaceId,
        Rate rate,
        Tokens tokens,
        long costNanos,
        Outcome outcome,
        boolean streamed,
        long startedAt,
        long finishedAt) {

    public Provider provider() {
        return rate.provider();
    }

    public NanoUsd cost() {
        return new NanoUsd(costNanos);
    }
}

package io.leasehold.sim.ledger;

import io.leasehold.sim.key.Provider;
import org.jspecify.annotations.Nullable;

/**
 * One billed request, or the sum of several that differ in nothing but their tokens and, within a minute, their time.
 *
 * @param serial the number from which a request's ids are spelled; that of some request where there are several
 * @param workspaceId the key's; null in the default workspace
 * @param tokens of all requests together, as is {@code costNanos}
 * @param costNanos in billionths of a dollar; each request's was rounded by itself
 * @param startedAt epoch milliseconds, as is {@code finishedAt}; the start of the minute where there are several
 * @param requests how many; at least one
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
        long finishedAt,
        long requests) {
    private static final long LONG_CONTEXT_ABOVE = 200_000;

    public Provider provider() {
        return rate.provider();
    }

    public NanoUsd cost() {
        return new NanoUsd(costNanos);
    }

    /** Whether the input is in the class of long ones. Only rows of one class are summed, so their mean is in it too. */
    public boolean isLongContext() {
        return tokens.totalInput() > LONG_CONTEXT_ABOVE * requests;
    }

    LedgerRow plus(LedgerRow other, long minute) {
        return new LedgerRow(
                serial,
                keyId,
                workspaceId,
                rate,
                tokens.plus(other.tokens),
                Math.addExact(costNanos, other.costNanos),
                outcome,
                streamed,
                minute,
                Math.max(finishedAt, other.finishedAt),
                requests + other.requests);
    }
}

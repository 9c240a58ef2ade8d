package io.leasehold.analytics.ledger;

import io.leasehold.analytics.rollup.Contribution;
import io.leasehold.analytics.rollup.CostSums;
import io.leasehold.analytics.rollup.LatencySketch;
import io.leasehold.analytics.rollup.Measures;
import io.leasehold.analytics.rollup.Reported;
import io.leasehold.contracts.event.RequestCompleted;
import java.util.Objects;

/**
 * A row of the ledger that is about to be written.
 *
 * @param position where it stands in its workspace's order
 */
record LedgerEntry(RequestKey key, RequestCompleted request, long position) {

    /** What the request adds to the rollups. */
    static Contribution contributionOf(RequestKey key, RequestCompleted request) {
        CostSums cost = CostSums.of(request.cost(), request.costProvenance());
        Measures measures = new Measures(
                1,
                isError(request.status(), request.errorType() != null) ? 1 : 0,
                request.tokens(),
                cost,
                Reported.of(request.usageSource(), cost),
                LatencySketch.of(request.latency().total()));
        return new Contribution(
                key.workspaceId(),
                key.admittedAt(),
                kept(request.provider()),
                kept(request.model()),
                KeptText.of(request.domain()),
                request.nodeId(),
                request.accountId(),
                request.keyId(),
                measures);
    }

    private static String kept(String text) {
        return Objects.requireNonNull(KeptText.of(text));
    }

    /** A stream may fail after it was answered with 200. */
    static boolean isError(int status, boolean hasErrorType) {
        return hasErrorType || status >= 400;
    }
}

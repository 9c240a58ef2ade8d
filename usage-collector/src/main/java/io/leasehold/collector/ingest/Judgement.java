package io.leasehold.collector.ingest;

/** What becomes of a call that a node tells of. */
sealed interface Judgement {
    Call call();

    /** It counts for this lease. */
    record Taken(Call call, DirectLease lease) implements Judgement {}

    /**
     * It does not count.
     *
     * @param retryable whether the same may be taken a little later
     */
    record Rejected(Call call, String reason, boolean retryable) implements Judgement {}
}

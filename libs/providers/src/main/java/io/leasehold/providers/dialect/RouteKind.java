package io.leasehold.providers.dialect;

/** What a route costs. */
public enum RouteKind {
    /** Inference whose worst case can be worked out from the request. */
    PRICED,
    /** Nothing is ever billed. */
    FREE,
    /** What it costs can't be told from the request: batches, realtime, background work. */
    UNBOUNDED
}

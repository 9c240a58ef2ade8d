package io.leasehold.analytics.rollup;

import io.leasehold.contracts.Tokens;

/** What is counted of requests. Everything is a sum, so that parts can be added and taken away in any order. */
public record Measures(
        long requests, long errors, Tokens tokens, CostSums cost, Reported reported, LatencySketch latency) {
    static final Measures NONE = new Measures(
            0, 0, Tokens.NONE, CostSums.of(java.math.BigDecimal.ZERO, null), Reported.NONE, LatencySketch.EMPTY);

    public Measures plus(Measures other) {
        return new Measures(
                requests + other.requests,
                errors + other.errors,
                tokens.plus(other.tokens),
                cost.plus(other.cost),
                reported.plus(other.reported),
                latency.plus(other.latency));
    }

    /** What takes this away when it is added. */
    public Measures negated() {
        return new Measures(
                -requests, -errors, tokens.negated(), cost.negated(), reported.negated(), latency.negated());
    }
}

package io.leasehold.analytics.rollup;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What one request adds to the rollups, or with negated measures takes from them. */
public record Contribution(
        UUID workspaceId,
        Instant admittedAt,
        String provider,
        String model,
        @Nullable String domain,
        UUID nodeId,
        UUID accountId,
        UUID keyId,
        Measures measures) {

    /** The same request at another cost. */
    public Contribution withCost(CostSums cost, Reported reported) {
        Measures priced = new Measures(
                measures.requests(), measures.errors(), measures.tokens(), cost, reported, measures.latency());
        return new Contribution(workspaceId, admittedAt, provider, model, domain, nodeId, accountId, keyId, priced);
    }

    public Contribution negated() {
        return new Contribution(
                workspaceId, admittedAt, provider, model, domain, nodeId, accountId, keyId, measures.negated());
    }
}

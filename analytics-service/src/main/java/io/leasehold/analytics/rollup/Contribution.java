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

    public Contribution negated() {
        return new Contribution(
                workspaceId, admittedAt, provider, model, domain, nodeId, accountId, keyId, measures.negated());
    }
}

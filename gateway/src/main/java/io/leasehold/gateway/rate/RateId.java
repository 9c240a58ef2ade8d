package io.leasehold.gateway.rate;

import io.leasehold.contracts.RateMeasure;
import io.leasehold.contracts.Scope;
import io.leasehold.contracts.event.RateLimits;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Names a rate limit. */
public record RateId(UUID workspaceId, Scope scope, String scopeId, RateMeasure measure) {
    private static final RateMeasure[] MEASURES = RateMeasure.values();

    /** Those that a scope has. */
    public static List<RateId> of(UUID workspaceId, Scope scope, String scopeId, RateLimits limits) {
        if (limits.isEmpty()) {
            return List.of();
        }
        List<RateId> rates = new ArrayList<>(MEASURES.length);
        for (RateMeasure measure : MEASURES) {
            if (limits.of(measure) != null) {
                rates.add(new RateId(workspaceId, scope, scopeId, measure));
            }
        }
        return rates;
    }

    /** All that a scope can have. */
    public static List<RateId> all(UUID workspaceId, Scope scope, String scopeId) {
        return List.of(MEASURES).stream()
                .map(measure -> new RateId(workspaceId, scope, scopeId, measure))
                .toList();
    }

    /**
     * How many permits a request takes.
     *
     * @param tokens its worst case
     */
    long permits(long tokens) {
        return measure == RateMeasure.TOKENS_PER_MINUTE ? tokens : 1;
    }
}

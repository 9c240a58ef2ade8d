package io.leasehold.distribution.rate;

import io.leasehold.contracts.RateMeasure;
import io.leasehold.contracts.Scope;
import io.leasehold.contracts.hold.GrantRequest.ShareAsk;
import io.leasehold.distribution.limit.ScopeKey;
import java.util.Comparator;

/** Names a rate limit. */
record RateKey(ScopeKey scope, RateMeasure measure) implements Comparable<RateKey> {
    /** The order in which they are locked. */
    private static final Comparator<RateKey> LOCK_ORDER = Comparator.<RateKey, Scope>comparing(
                    key -> key.scope().scope())
            .thenComparing(key -> key.scope().scopeId())
            .thenComparing(RateKey::measure)
            .thenComparing(key -> key.scope().workspaceId());

    static RateKey of(ShareAsk ask) {
        return new RateKey(new ScopeKey(ask.workspaceId(), ask.scope(), ask.scopeId()), ask.measure());
    }

    @Override
    public int compareTo(RateKey other) {
        return LOCK_ORDER.compare(this, other);
    }
}

package io.leasehold.contracts.event;

import io.leasehold.contracts.Period;
import io.leasehold.contracts.Scope;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/**
 * By the provider's bill, money that was presumed spent in a window was not: told where the bill is per key, closed, and
 * untouched by direct leases.
 *
 * @param credited in USD, all that was ever found so of the window; it only grows, so that an event that comes twice or late
 *     credits nothing twice
 * @param asOf when the bill was compared
 */
public record HoldCredited(
        UUID workspaceId,
        Scope scope,
        String scopeId,
        Period period,
        Instant windowStart,
        BigDecimal credited,
        Instant asOf)
        implements EventData {

    @Override
    public String aggregateKey() {
        return workspaceId + ":" + scope.wireName() + ":" + scopeId + ":" + period.wireName() + ":" + windowStart;
    }
}

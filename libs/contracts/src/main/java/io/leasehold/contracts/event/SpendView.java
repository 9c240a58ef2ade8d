package io.leasehold.contracts.event;

import io.leasehold.contracts.Period;
import io.leasehold.contracts.Scope;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A window as it stands: a scope's spend in one period.
 *
 * @param windowEnd null for periods that never reset
 * @param limit in USD; null means none
 * @param presumed spent as far as anyone can tell: reserved by a replica that is gone
 * @param held set aside for gateway replicas
 */
public record SpendView(
        UUID workspaceId,
        Scope scope,
        String scopeId,
        Period period,
        Instant windowStart,
        @Nullable Instant windowEnd,
        @Nullable BigDecimal limit,
        BigDecimal spent,
        BigDecimal presumed,
        BigDecimal held,
        long version,
        Instant asOf)
        implements EventData {

    @Override
    public String aggregateKey() {
        return workspaceId + ":" + scope.wireName() + ":" + scopeId + ":" + period.wireName() + ":" + windowStart;
    }
}

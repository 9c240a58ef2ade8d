package io.leasehold.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.leasehold.contracts.Period;
import io.leasehold.contracts.Scope;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * By the provider's bill, money that was presumed spent in a window was not: told where the bill is per key, closed, and
 * untouched by direct leases.
 *
 * @param credited in USD, all that was ever found so of the window; it only grows, so that an event that comes twice or late
 *     credits nothing twice
 * @param asOf when the bill was compared
 * @param billed in USD, all that the provider charged for the key in {@code [billedFrom, billedUntil)}: what counts as spent of
 *     that time never gets below it. Null in what was written before that was told, as the next two are; that credits nothing
 * @param billedFrom the beginning of a day in UTC
 * @param billedUntil the end of a day in UTC
 */
public record HoldCredited(
        UUID workspaceId,
        Scope scope,
        String scopeId,
        Period period,
        Instant windowStart,
        BigDecimal credited,
        Instant asOf,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable BigDecimal billed,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant billedFrom,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant billedUntil)
        implements EventData {

    @Override
    public String aggregateKey() {
        return workspaceId + ":" + scope.wireName() + ":" + scopeId + ":" + period.wireName() + ":" + windowStart;
    }
}

package io.leasehold.contracts.hold;

import io.leasehold.contracts.Period;
import io.leasehold.contracts.Scope;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Asks for more room in several windows at once. {@code POST /internal/v1/holds/grant}.
 *
 * @param replica the boot id of the gateway replica; a new one at every start
 */
public record GrantRequest(UUID replica, List<Ask> asks) {
    /**
     * @param at the time that decides which window of the period is meant
     * @param need what waiting requests can't go on without, in USD; granted whole or not at all
     * @param want what would be good to have beyond that; granted as far as the arbiter sees fit
     */
    public record Ask(
            UUID workspaceId,
            Scope scope,
            String scopeId,
            Period period,
            Instant at,
            BigDecimal need,
            BigDecimal want) {}
}

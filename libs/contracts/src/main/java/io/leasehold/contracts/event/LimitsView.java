package io.leasehold.contracts.event;

import io.leasehold.contracts.Period;
import io.leasehold.contracts.Scope;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * All limits of one scope. A period that is missing has no limit.
 *
 * @param scopeId the id of the key, node, domain or workspace; the name of a user
 */
public record LimitsView(
        UUID workspaceId, Scope scope, String scopeId, List<Limit> limits, long version, Instant changedAt)
        implements EventData {

    @Override
    public String aggregateKey() {
        return workspaceId + ":" + scope.wireName() + ":" + scopeId;
    }

    /**
     * @param amount in USD
     * @param zone the IANA time zone in which days and months begin, such as {@code Europe/Berlin}
     * @param thresholds the shares of the amount at which an alert is raised, such as 0.8
     */
    public record Limit(Period period, BigDecimal amount, String zone, List<BigDecimal> thresholds) {}
}

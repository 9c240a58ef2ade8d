package io.leasehold.contracts.hold;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.leasehold.contracts.Period;
import io.leasehold.contracts.RateMeasure;
import io.leasehold.contracts.Scope;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Asks for more room in several windows, and for shares of rate limits, at once. {@code POST /internal/v1/holds/grant}.
 *
 * @param replica the boot id of the gateway replica; a new one at every start
 */
public record GrantRequest(
        UUID replica,
        List<Ask> asks,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<ShareAsk> shares) {
    public GrantRequest {
        // A gateway from before there were rate limits asks for none.
        shares = shares == null ? List.of() : shares;
    }

    public GrantRequest(UUID replica, List<Ask> asks) {
        this(replica, asks, List.of());
    }

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

    /**
     * Asks for a share of a rate limit and tells what was given back of it.
     *
     * @param shareId names the share; the replica's own choice, a new one after a term without an answer
     * @param returned all permits that were ever given back of this share
     * @param need how many permits the largest single request takes that waits or was just refused; 0 where none is
     * @param want how many permits it would like to have in all
     */
    public record ShareAsk(
            UUID shareId,
            UUID workspaceId,
            Scope scope,
            String scopeId,
            RateMeasure measure,
            long returned,
            long need,
            long want) {}
}

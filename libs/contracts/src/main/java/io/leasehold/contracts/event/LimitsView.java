package io.leasehold.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.leasehold.contracts.Period;
import io.leasehold.contracts.Scope;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All limits of one scope. A period that is missing has no limit.
 *
 * @param scopeId the id of the key, node, domain or workspace; the name of a user
 * @param raises those that are in force or yet to begin; one ends by itself at its time, and nothing is told then
 * @param rates how fast it may be used; null in what was written before that could be limited, see {@link #rateLimits()}
 */
public record LimitsView(
        UUID workspaceId,
        Scope scope,
        String scopeId,
        List<Limit> limits,
        long version,
        Instant changedAt,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Raise> raises,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable RateLimits rates)
        implements EventData {

    public LimitsView {
        // What was written before there were raises has none.
        raises = raises == null ? List.of() : List.copyOf(raises);
    }

    /** Limits of spend only. */
    public LimitsView(
            UUID workspaceId,
            Scope scope,
            String scopeId,
            List<Limit> limits,
            long version,
            Instant changedAt,
            List<Raise> raises) {
        this(workspaceId, scope, scopeId, limits, version, changedAt, raises, null);
    }

    /** Limits as they are, not raised. */
    public LimitsView(
            UUID workspaceId, Scope scope, String scopeId, List<Limit> limits, long version, Instant changedAt) {
        this(workspaceId, scope, scopeId, limits, version, changedAt, List.of());
    }

    /** How fast it may be used. */
    public RateLimits rateLimits() {
        return rates == null ? RateLimits.NONE : rates;
    }

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

    /**
     * What may be spent above the limit of a period, from {@code startsAt} until just before {@code endsAt}.
     *
     * @param amount in USD; several raises of one period add up
     */
    public record Raise(UUID raiseId, Period period, BigDecimal amount, Instant startsAt, Instant endsAt) {}
}

package io.leasehold.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.leasehold.contracts.Provenance;
import io.leasehold.contracts.Tokens;
import io.leasehold.contracts.UsageSource;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One call that a node made with the key of its direct lease, past every gateway, as the node itself tells. It counts where
 * gateway traffic counts, and is never taken for it.
 *
 * @param requestId ours; the same however often the node tells it
 * @param domain as bound by the lease
 * @param user as bound by the lease
 * @param operation what was called, such as {@code chat}
 * @param startedAt decides the windows it belongs to, in every service
 * @param status the HTTP status that the node got
 * @param errorType the provider's error type; null when all went well
 * @param cost in USD, by the price book; null when it is not known, never 0 for that
 * @param costReason why the cost is null
 * @param priceVersion the version of the price book that {@code cost} was worked out with
 * @param reportedAt when we were told
 * @param priceTerms what its price depends on beside its tokens; null in what was written before that was told
 */
public record UsageReported(
        UUID requestId,
        UUID workspaceId,
        UUID leaseId,
        UUID nodeId,
        UUID keyId,
        UUID accountId,
        String provider,
        String model,
        String requestedModel,
        @Nullable String domain,
        @Nullable String user,
        @Nullable String agent,
        @Nullable String conversation,
        String operation,
        boolean streamed,
        Instant startedAt,
        Instant endedAt,
        int status,
        @Nullable String errorType,
        Tokens tokens,
        @Nullable BigDecimal cost,
        @Nullable String costReason,
        @Nullable String priceVersion,
        @Nullable String upstreamRequestId,
        Instant reportedAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) RequestCompleted.@Nullable PriceTerms priceTerms)
        implements EventData {
    private static final int NO_VERSION = 0;

    /** As all news of an account. */
    @Override
    public String aggregateKey() {
        return accountId.toString();
    }

    /**
     * As a ledger counts it. Nothing was set aside for it but the whole lease, which is its own replica to the windows; and
     * what it cost is known by its node's word only.
     */
    public RequestCompleted asRequest() {
        long total = Math.max(0, Duration.between(startedAt, endedAt).toNanos() / 1_000);
        return RequestCompleted.builder()
                .requestId(requestId)
                .workspaceId(workspaceId)
                .leaseId(leaseId)
                .nodeId(nodeId)
                .keyId(keyId)
                .accountId(accountId)
                .provider(provider)
                .model(model)
                .requestedModel(requestedModel)
                .domain(domain)
                .user(user)
                .agent(agent)
                .conversation(conversation)
                .route(operation)
                .streamed(streamed)
                .admittedAt(startedAt)
                .completedAt(endedAt)
                .status(status)
                .errorType(errorType)
                .tokens(tokens)
                .usageSource(UsageSource.NODE)
                .cost(cost)
                .costProvenance(cost == null ? null : Provenance.NODE)
                .costReason(costReason)
                .priceVersion(priceVersion)
                .reservation(BigDecimal.ZERO)
                .latency(new RequestCompleted.Latency(0, null, total, 0))
                .secretVersion(NO_VERSION)
                .upstreamRequestId(upstreamRequestId)
                .replica(leaseId)
                .priceTerms(priceTerms)
                .build();
    }
}

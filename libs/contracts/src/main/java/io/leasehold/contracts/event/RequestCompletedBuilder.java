package io.leasehold.contracts.event;

import io.leasehold.contracts.Provenance;
import io.leasehold.contracts.Tokens;
import io.leasehold.contracts.UsageSource;
import io.leasehold.contracts.event.RequestCompleted.Continuation;
import io.leasehold.contracts.event.RequestCompleted.FailedTry;
import io.leasehold.contracts.event.RequestCompleted.Latency;
import io.leasehold.contracts.event.RequestCompleted.PriceTerms;
import io.leasehold.contracts.event.RequestCompleted.Slice;
import io.leasehold.contracts.event.RequestCompleted.StoredResponse;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Puts a {@link RequestCompleted} together, which has too many parts to tell them by their order. Nothing is checked: a record
 * that lacks a part is better than none.
 */
@SuppressWarnings("NullAway.Init")
public final class RequestCompletedBuilder {
    private UUID requestId;
    private UUID workspaceId;
    private UUID leaseId;
    private UUID nodeId;
    private UUID keyId;
    private UUID accountId;
    private String provider;
    private String model;
    private String requestedModel;
    private @Nullable String domain;
    private @Nullable String user;
    private @Nullable String agent;
    private @Nullable String conversation;
    private List<String> tags = List.of();
    private String route;
    private boolean streamed;
    private Instant admittedAt;
    private Instant completedAt;
    private int status;
    private @Nullable String errorType;
    private Tokens tokens;
    private UsageSource usageSource;
    private @Nullable BigDecimal cost;
    private @Nullable Provenance costProvenance;
    private @Nullable String costReason;
    private @Nullable BigDecimal computedCost;
    private @Nullable String priceVersion;
    private BigDecimal reservation;
    private List<Slice> slices = List.of();
    private Latency latency;
    private int secretVersion;
    private @Nullable String upstreamRequestId;
    private UUID replica;
    private int revision = 1;
    private List<FailedTry> failedTries = List.of();
    private @Nullable Continuation continuation;
    private @Nullable PriceTerms priceTerms;
    private @Nullable StoredResponse storedResponse;

    RequestCompletedBuilder() {}

    RequestCompletedBuilder(RequestCompleted from) {
        requestId = from.requestId();
        workspaceId = from.workspaceId();
        leaseId = from.leaseId();
        nodeId = from.nodeId();
        keyId = from.keyId();
        accountId = from.accountId();
        provider = from.provider();
        model = from.model();
        requestedModel = from.requestedModel();
        domain = from.domain();
        user = from.user();
        agent = from.agent();
        conversation = from.conversation();
        tags = from.tags();
        route = from.route();
        streamed = from.streamed();
        admittedAt = from.admittedAt();
        completedAt = from.completedAt();
        status = from.status();
        errorType = from.errorType();
        tokens = from.tokens();
        usageSource = from.usageSource();
        cost = from.cost();
        costProvenance = from.costProvenance();
        costReason = from.costReason();
        computedCost = from.computedCost();
        priceVersion = from.priceVersion();
        reservation = from.reservation();
        slices = from.slices();
        latency = from.latency();
        secretVersion = from.secretVersion();
        upstreamRequestId = from.upstreamRequestId();
        replica = from.replica();
        revision = from.revision();
        failedTries = from.failedTries();
        continuation = from.continuation();
        priceTerms = from.priceTerms();
        storedResponse = from.storedResponse();
    }

    public RequestCompletedBuilder requestId(UUID value) {
        requestId = value;
        return this;
    }

    public RequestCompletedBuilder workspaceId(UUID value) {
        workspaceId = value;
        return this;
    }

    public RequestCompletedBuilder leaseId(UUID value) {
        leaseId = value;
        return this;
    }

    public RequestCompletedBuilder nodeId(UUID value) {
        nodeId = value;
        return this;
    }

    public RequestCompletedBuilder keyId(UUID value) {
        keyId = value;
        return this;
    }

    public RequestCompletedBuilder accountId(UUID value) {
        accountId = value;
        return this;
    }

    public RequestCompletedBuilder provider(String value) {
        provider = value;
        return this;
    }

    public RequestCompletedBuilder model(String value) {
        model = value;
        return this;
    }

    public RequestCompletedBuilder requestedModel(String value) {
        requestedModel = value;
        return this;
    }

    public RequestCompletedBuilder domain(@Nullable String value) {
        domain = value;
        return this;
    }

    public RequestCompletedBuilder user(@Nullable String value) {
        user = value;
        return this;
    }

    public RequestCompletedBuilder agent(@Nullable String value) {
        agent = value;
        return this;
    }

    public RequestCompletedBuilder conversation(@Nullable String value) {
        conversation = value;
        return this;
    }

    public RequestCompletedBuilder tags(List<String> value) {
        tags = value;
        return this;
    }

    public RequestCompletedBuilder route(String value) {
        route = value;
        return this;
    }

    public RequestCompletedBuilder streamed(boolean value) {
        streamed = value;
        return this;
    }

    public RequestCompletedBuilder admittedAt(Instant value) {
        admittedAt = value;
        return this;
    }

    public RequestCompletedBuilder completedAt(Instant value) {
        completedAt = value;
        return this;
    }

    public RequestCompletedBuilder status(int value) {
        status = value;
        return this;
    }

    public RequestCompletedBuilder errorType(@Nullable String value) {
        errorType = value;
        return this;
    }

    public RequestCompletedBuilder tokens(Tokens value) {
        tokens = value;
        return this;
    }

    public RequestCompletedBuilder usageSource(UsageSource value) {
        usageSource = value;
        return this;
    }

    public RequestCompletedBuilder cost(@Nullable BigDecimal value) {
        cost = value;
        return this;
    }

    public RequestCompletedBuilder costProvenance(@Nullable Provenance value) {
        costProvenance = value;
        return this;
    }

    public RequestCompletedBuilder costReason(@Nullable String value) {
        costReason = value;
        return this;
    }

    public RequestCompletedBuilder computedCost(@Nullable BigDecimal value) {
        computedCost = value;
        return this;
    }

    public RequestCompletedBuilder priceVersion(@Nullable String value) {
        priceVersion = value;
        return this;
    }

    public RequestCompletedBuilder reservation(BigDecimal value) {
        reservation = value;
        return this;
    }

    public RequestCompletedBuilder slices(List<Slice> value) {
        slices = value;
        return this;
    }

    public RequestCompletedBuilder latency(Latency value) {
        latency = value;
        return this;
    }

    public RequestCompletedBuilder secretVersion(int value) {
        secretVersion = value;
        return this;
    }

    public RequestCompletedBuilder upstreamRequestId(@Nullable String value) {
        upstreamRequestId = value;
        return this;
    }

    public RequestCompletedBuilder replica(UUID value) {
        replica = value;
        return this;
    }

    public RequestCompletedBuilder revision(int value) {
        revision = value;
        return this;
    }

    public RequestCompletedBuilder failedTries(List<FailedTry> value) {
        failedTries = value;
        return this;
    }

    public RequestCompletedBuilder continuation(@Nullable Continuation value) {
        continuation = value;
        return this;
    }

    public RequestCompletedBuilder priceTerms(@Nullable PriceTerms value) {
        priceTerms = value;
        return this;
    }

    public RequestCompletedBuilder storedResponse(@Nullable StoredResponse value) {
        storedResponse = value;
        return this;
    }

    public RequestCompleted build() {
        return new RequestCompleted(
                requestId,
                workspaceId,
                leaseId,
                nodeId,
                keyId,
                accountId,
                provider,
                model,
                requestedModel,
                domain,
                user,
                agent,
                conversation,
                tags,
                route,
                streamed,
                admittedAt,
                completedAt,
                status,
                errorType,
                tokens,
                usageSource,
                cost,
                costProvenance,
                costReason,
                computedCost,
                priceVersion,
                reservation,
                slices,
                latency,
                secretVersion,
                upstreamRequestId,
                replica,
                revision,
                failedTries,
                continuation,
                priceTerms,
                storedResponse);
    }
}

package io.leasehold.gateway.record;

import io.leasehold.contracts.Tokens;
import io.leasehold.contracts.UsageSource;
import io.leasehold.contracts.event.LeaseView;
import io.leasehold.contracts.event.RequestCompleted;
import io.leasehold.contracts.event.RequestCompleted.PriceTerms;
import io.leasehold.contracts.event.RequestCompleted.StoredResponse;
import io.leasehold.gateway.admission.Admitted;
import io.leasehold.gateway.capture.Transcript;
import io.leasehold.gateway.hold.Reservation;
import io.leasehold.gateway.metric.GatewayMetrics;
import io.leasehold.gateway.stored.StoredAnswers;
import io.leasehold.providers.dialect.PricingTerms;
import io.leasehold.providers.dialect.Usage;
import io.leasehold.providers.price.NanoUsd;
import io.leasehold.providers.price.Pricing;
import io.leasehold.providers.price.RequestCost;
import io.leasehold.providers.price.WorkspacePrices;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Clock;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Closes a request: works out what it cost, frees what was set aside and not used, and hands the record over. */
@Singleton
public class Ledger {
    private static final Logger LOG = Logger.getLogger(Ledger.class);

    private final WorkspacePrices prices;
    private final RecordPublisher publisher;
    private final StoredAnswers stored;
    private final GatewayMetrics metrics;
    private final Clock clock;

    Ledger(
            WorkspacePrices prices,
            RecordPublisher publisher,
            StoredAnswers stored,
            GatewayMetrics metrics,
            Clock clock) {
        this.prices = prices;
        this.publisher = publisher;
        this.stored = stored;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** @return what it cost in USD; null where that is not known */
    public @Nullable BigDecimal close(Finished finished) {
        Admitted admitted = finished.admitted();
        Reservation reservation = admitted.reservation();
        RequestCost cost = cost(finished, reservation);
        if (cost.amount() == null) {
            metrics.costUnknown(admitted.lease().provider(), RequestCost.isForWantOfPrice(cost.reason()));
        }
        reservation.settle(
                cost.amount() == null ? reservation.nanoUsd() : NanoUsd.ofCost(cost.amount()),
                usedTokens(finished.usage(), reservation));
        remember(finished);
        publish(finished, completed(finished, cost));
        return cost.amount();
    }

    /** Its client may go on from an answer that its provider keeps. */
    private void remember(Finished finished) {
        String id = finished.storedId();
        if (id != null) {
            Admitted admitted = finished.admitted();
            stored.given(
                    admitted.lease().workspaceId(),
                    admitted.lease().provider(),
                    id,
                    admitted.lease().leaseId(),
                    admitted.key().keyId());
        }
    }

    /** What links it to others is worked out elsewhere; its place in the ring is its own meanwhile. */
    private void publish(Finished finished, RequestCompleted completed) {
        String traceParent = finished.labels().traceParent();
        Transcript transcript = finished.transcript();
        if (transcript == null) {
            publisher.publish(completed, traceParent);
        } else {
            transcript.end(completed, finished.usage().responseId(), linked -> publisher.publish(linked, traceParent));
        }
    }

    /** What is not known counts as what was set aside. */
    private static long usedTokens(Usage usage, Reservation reservation) {
        Tokens tokens = usage.tokens();
        return usage.source() == UsageSource.UNKNOWN
                ? reservation.tokens()
                : tokens.totalInput() + tokens.totalOutput();
    }

    /** A fault in the arithmetic must neither lose the record nor leave its reservation open. */
    private RequestCost cost(Finished finished, Reservation reservation) {
        Admitted admitted = finished.admitted();
        try {
            return new Pricing(prices.of(admitted.lease().workspaceId()))
                    .cost(
                            admitted.lease().provider(),
                            admitted.requestedModel(),
                            admitted.askedTerms(),
                            finished.usage(),
                            reservation.admittedAt());
        } catch (RuntimeException fault) {
            LOG.errorf(fault, "cost not worked out request=%s", finished.requestId());
            return new RequestCost(null, null, "The cost could not be worked out.", null, null);
        }
    }

    /** As the lease binds it, else as the client says it: in our header, or in its dialect. */
    private static @Nullable String user(Finished finished) {
        Admitted admitted = finished.admitted();
        if (admitted.lease().user() != null) {
            return admitted.lease().user();
        }
        String said = finished.labels().user();
        return said == null ? Labels.clean(admitted.saidUser()) : said;
    }

    private RequestCompleted completed(Finished finished, RequestCost cost) {
        Admitted admitted = finished.admitted();
        LeaseView lease = admitted.lease();
        Reservation reservation = admitted.reservation();
        Usage usage = finished.usage();
        return RequestCompleted.builder()
                .requestId(finished.requestId())
                .workspaceId(lease.workspaceId())
                .leaseId(lease.leaseId())
                .nodeId(lease.nodeId())
                .keyId(admitted.key().keyId())
                .accountId(admitted.key().accountId())
                .provider(lease.provider())
                .model(usage.model() == null ? admitted.requestedModel() : usage.model())
                .requestedModel(admitted.requestedModel())
                .domain(admitted.domain())
                .user(user(finished))
                .agent(finished.labels().agent())
                .conversation(finished.labels().conversation())
                .tags(finished.labels().tags())
                .route(finished.route().label())
                .streamed(admitted.streamed())
                .admittedAt(reservation.admittedAt())
                .completedAt(clock.instant())
                .status(finished.status())
                .errorType(finished.errorType() == null ? usage.errorType() : finished.errorType())
                .tokens(usage.tokens())
                .usageSource(usage.source())
                .cost(cost.amount())
                .costProvenance(cost.provenance())
                .costReason(cost.reason())
                .computedCost(cost.computed())
                .priceVersion(cost.priceVersion())
                .reservation(NanoUsd.toDecimal(reservation.nanoUsd()))
                .slices(reservation.windows())
                .latency(finished.latency())
                .secretVersion(admitted.secretVersion())
                .upstreamRequestId(finished.upstreamRequestId())
                .replica(reservation.replica())
                .failedTries(finished.failedTries())
                .priceTerms(priceTerms(admitted, usage))
                .storedResponse(storedResponse(finished))
                .build();
    }

    /** For other replicas, if leases may go on from any. */
    private @Nullable StoredResponse storedResponse(Finished finished) {
        String id = finished.storedId();
        return id != null && stored.areReached() ? StoredResponse.of(id) : null;
    }

    private static PriceTerms priceTerms(Admitted admitted, Usage usage) {
        PricingTerms terms = usage.terms().or(admitted.askedTerms());
        return new PriceTerms(usage.webSearches(), terms.serviceTier(), terms.region(), terms.speed());
    }
}

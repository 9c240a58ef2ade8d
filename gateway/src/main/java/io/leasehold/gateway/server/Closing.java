package io.leasehold.gateway.server;

import io.leasehold.contracts.Tokens;
import io.leasehold.contracts.UsageSource;
import io.leasehold.contracts.event.RequestCompleted.FailedTry;
import io.leasehold.gateway.admission.Admitted;
import io.leasehold.gateway.admission.Call;
import io.leasehold.gateway.capture.Transcript;
import io.leasehold.gateway.record.Finished;
import io.leasehold.gateway.record.Labels;
import io.leasehold.gateway.relay.Timeline;
import io.leasehold.providers.dialect.PricingTerms;
import io.leasehold.providers.dialect.RouteKind;
import io.leasehold.providers.dialect.Usage;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpClientResponse;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes an admitted request into the ledger once it is over. */
final class Closing {
    private final Site site;
    private final Call call;
    private final UUID requestId;
    private final Admitted admitted;
    private final List<FailedTry> failedTries;
    private final MultiMap clientHeaders;
    private final Timeline timeline;
    private final @Nullable Transcript transcript;

    Closing(
            Site site,
            Call call,
            UUID requestId,
            Admitted admitted,
            List<FailedTry> failedTries,
            MultiMap clientHeaders,
            Timeline timeline,
            @Nullable Transcript transcript) {
        this.site = site;
        this.call = call;
        this.requestId = requestId;
        this.admitted = admitted;
        this.failedTries = failedTries;
        this.clientHeaders = clientHeaders;
        this.timeline = timeline;
        this.transcript = transcript;
    }

    /** The provider answered, with whatever status. @return what it cost; null where that is not known */
    @Nullable
    BigDecimal answered(int status, Usage usage, HttpClientResponse answer) {
        return record(status, usage, null, upstreamRequestId(answer));
    }

    /**
     * There was no answer.
     *
     * @param sent whether the provider may have seen the request, and so charge for it
     */
    void unanswered(int status, @Nullable String errorType, boolean sent) {
        record(status, unseen(sent ? UsageSource.UNKNOWN : UsageSource.NONE), errorType, null);
    }

    /** What can be said of an answer that could not be read; on a free route nothing is ever used. */
    Usage unseen(UsageSource source) {
        UsageSource known = call.route().kind() == RouteKind.FREE ? UsageSource.NONE : source;
        return new Usage(Tokens.NONE, known, 0, null, PricingTerms.UNSAID, null, null, null, null, null);
    }

    private @Nullable BigDecimal record(
            int status, Usage usage, @Nullable String errorType, @Nullable String upstreamRequestId) {
        site.metrics().relayed(call.provider(), status, timeline.admission(), timeline.overhead());
        return site.ledger()
                .close(new Finished(
                        requestId,
                        call.route(),
                        admitted,
                        Labels.of(clientHeaders),
                        status,
                        usage,
                        errorType,
                        timeline.latency(),
                        upstreamRequestId,
                        failedTries,
                        transcript));
    }

    private static @Nullable String upstreamRequestId(HttpClientResponse answer) {
        String id = answer.getHeader("request-id");
        return id == null ? answer.getHeader("x-request-id") : id;
    }
}

package io.leasehold.gateway.admission;

import io.leasehold.contracts.RateMeasure;
import io.leasehold.gateway.limit.ApplicableLimits.Applicable;
import io.leasehold.providers.dialect.Refusal;
import io.leasehold.providers.dialect.RequestScan.Inference;
import io.leasehold.providers.dialect.RouteKind;
import io.leasehold.providers.price.WorkspacePrices;
import io.leasehold.providers.worstcase.WorstCase;
import io.leasehold.providers.worstcase.WorstCases;
import jakarta.inject.Singleton;
import java.time.Clock;

/** What a request may cost and use at most, and that nothing unbounded passes where a limit applies. */
@Singleton
class RequestBound {
    private final WorkspacePrices prices;
    private final Clock clock;

    RequestBound(WorkspacePrices prices, Clock clock) {
        this.prices = prices;
        this.clock = clock;
    }

    /** Both are 0 for what is free, and for what can't be bounded and needs no bound. */
    record Bound(long nanoUsd, long tokens) {
        private static final Bound NOTHING = new Bound(0, 0);
    }

    Bound of(Wish wish, Applicable applicable) {
        return switch (worstCase(wish)) {
            case WorstCase.Priced priced -> new Bound(priced.nanoUsd(), priced.inputTokens() + priced.outputTokens());
            case WorstCase.Free free -> Bound.NOTHING;
            case WorstCase.Unbounded unbounded
            when !applicable.spend().isEmpty() ->
                throw new Refused(
                        Refusal.BAD_REQUEST,
                        "A spend limit applies, and what this request may cost can't be bounded. "
                                + unbounded.reason());
            case WorstCase.Unbounded unbounded
            when applicable.rates().stream().anyMatch(rate -> rate.measure() == RateMeasure.TOKENS_PER_MINUTE) ->
                throw new Refused(
                        Refusal.BAD_REQUEST,
                        "Tokens per minute are limited, and what this request may use can't be bounded. "
                                + unbounded.reason());
            case WorstCase.Unbounded unbounded -> Bound.NOTHING;
        };
    }

    private WorstCase worstCase(Wish wish) {
        Call call = wish.call();
        Inference inference = wish.inference();
        if (inference != null) {
            return new WorstCases(prices.of(wish.lease().workspaceId()))
                    .of(call.provider(), call.route().kind(), inference, clock.instant());
        }
        return call.route().kind() == RouteKind.FREE
                ? new WorstCase.Free()
                : new WorstCase.Unbounded("It says nothing about what it asks for.");
    }
}

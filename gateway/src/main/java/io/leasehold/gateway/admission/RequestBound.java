package io.leasehold.gateway.admission;

import io.leasehold.providers.dialect.Refusal;
import io.leasehold.providers.dialect.RequestScan.Inference;
import io.leasehold.providers.dialect.RouteKind;
import io.leasehold.providers.worstcase.WorstCase;
import io.leasehold.providers.worstcase.WorstCases;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** What a request may cost at most, and that nothing unbounded passes where a limit applies. */
@Singleton
class RequestBound {
    private final WorstCases worstCases;
    private final Clock clock;

    RequestBound(WorstCases worstCases, Clock clock) {
        this.worstCases = worstCases;
        this.clock = clock;
    }

    /**
     * @param limited whether any limit applies
     * @return in nano-USD; 0 for what is free, and for what can't be bounded and needs no bound
     */
    long nanoUsd(Call call, @Nullable Inference inference, boolean limited) {
        return switch (worstCase(call, inference)) {
            case WorstCase.Priced priced -> priced.nanoUsd();
            case WorstCase.Free free -> 0;
            case WorstCase.Unbounded unbounded
            when limited ->
                throw new Refused(
                        Refusal.BAD_REQUEST,
                        "A spend limit applies, and what this request may cost can't be bounded. "
                                + unbounded.reason());
            case WorstCase.Unbounded unbounded -> 0;
        };
    }

    private WorstCase worstCase(Call call, @Nullable Inference inference) {
        if (inference != null) {
            return worstCases.of(call.provider(), call.route().kind(), inference, clock.instant());
        }
        return call.route().kind() == RouteKind.FREE
                ? new WorstCase.Free()
                : new WorstCase.Unbounded("It says nothing about what it asks for.");
    }
}

package io.leasehold.gateway.admission;

import io.leasehold.gateway.hold.HoldOutcome.LimitReached;
import io.leasehold.gateway.hold.LimitId;
import io.leasehold.gateway.hold.Room;
import io.leasehold.gateway.rate.RateReached;
import io.leasehold.providers.dialect.Refusal;
import io.leasehold.providers.dialect.RequestScan.Inference;
import io.leasehold.providers.price.NanoUsd;
import io.leasehold.providers.price.WorkspacePrices;
import io.leasehold.providers.worstcase.WorstCases;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.OptionalLong;

/** Says which limit is in the way, what it leaves, what would fit, and when it begins anew. */
@Singleton
class LimitMessages {
    private static final Duration SOON = Duration.ofSeconds(1);

    private final WorkspacePrices prices;
    private final Clock clock;

    LimitMessages(WorkspacePrices prices, Clock clock) {
        this.prices = prices;
        this.clock = clock;
    }

    Refused limitReached(Wish wish, long worstCase, LimitReached reached) {
        StringBuilder message = new StringBuilder("The %s limit of this %s leaves %s USD; this request may cost %s USD."
                .formatted(
                        reached.limit().period().wireName(),
                        reached.limit().scope().wireName(),
                        usd(reached.leftNanoUsd()),
                        usd(worstCase)));
        largestMaxTokens(wish, reached.leftNanoUsd())
                .ifPresent(max -> message.append(" It would fit with at most %d output tokens.".formatted(max)));
        message.append(
                reached.resetsAt() == null ? reset(reached.limit()) : " It resets at " + reached.resetsAt() + ".");
        return new Refused(
                Refusal.SPEND_LIMIT, message.toString(), new Room(reached.leftNanoUsd(), reached.resetsAt()));
    }

    /** Which rate limit, and when to try again; one that the request never fits into is no matter of time. */
    Refused tooFast(RateReached reached) {
        String limit = "%d %s of this %s"
                .formatted(
                        reached.limit(),
                        reached.rate().measure().wireName().replace('_', ' '),
                        reached.rate().scope().wireName());
        if (reached.retryAfter() == null) {
            return new Refused(
                    Refusal.BAD_REQUEST,
                    "This request may use %d tokens, which is above the limit of %s, so that it never passes. Send less text or lower the maximum of output tokens."
                            .formatted(reached.permits(), limit));
        }
        return new Refused(
                Refusal.RATE_LIMIT,
                "The limit of %s is reached. Try again in %d s."
                        .formatted(limit, reached.retryAfter().toSeconds()),
                reached.retryAfter());
    }

    Refused unavailable() {
        return new Refused(
                Refusal.UNAVAILABLE,
                "What is left of the spend limits can't be told just now, so nothing more is spent. Try again.",
                SOON);
    }

    private OptionalLong largestMaxTokens(Wish wish, long left) {
        Inference inference = wish.inference();
        return inference == null
                ? OptionalLong.empty()
                : new WorstCases(prices.of(wish.lease().workspaceId()))
                        .largestMaxOutput(wish.call().provider(), inference, clock.instant(), left);
    }

    private static String reset(LimitId limit) {
        return " It does not reset; ask whoever set it for this %s to raise it."
                .formatted(limit.scope().wireName());
    }

    private static String usd(long nanoUsd) {
        return NanoUsd.toDecimal(nanoUsd).stripTrailingZeros().toPlainString();
    }
}

package io.leasehold.gateway.rate;

import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.contracts.RateMeasure;
import io.leasehold.contracts.Scope;
import io.leasehold.contracts.hold.GrantAnswer;
import io.leasehold.contracts.hold.GrantRequest.ShareAsk;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ShareTest {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    private static final int TERM = 60;

    private final Share share =
            new Share(new RateId(UUID.randomUUID(), Scope.KEY, "key", RateMeasure.REQUESTS_PER_MINUTE), 0);

    /** The arbiter may have forgotten it, and would count its permits anew while the answer is still on its way. */
    @Test
    void whatWasNeverAnsweredIsAskedForUnderAnotherName() {
        share.isLacking(1, 0);
        ShareAsk first = share.ask(0);
        assertThat(share.ask(29 * SECOND).shareId()).isEqualTo(first.shareId());

        ShareAsk later = share.ask(30 * SECOND);
        share.answered(new GrantAnswer.Share(first.shareId(), 10L, 10, 10), 0, TERM, 31 * SECOND);

        assertThat(later.shareId()).isNotEqualTo(first.shareId());
        assertThat(share.room(31 * SECOND)).isZero();
    }

    @Test
    void whatWasAnsweredKeepsItsNameForAsLongAsTheAnswerStands() {
        ShareAsk first = share.ask(0);
        share.answered(new GrantAnswer.Share(first.shareId(), 10L, 10, 10), 0, TERM, SECOND);

        assertThat(share.ask(59 * SECOND).shareId()).isEqualTo(first.shareId());
        assertThat(share.ask(60 * SECOND).shareId()).isNotEqualTo(first.shareId());
    }
}
